package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationEditor.Outcome;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.Transfers;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Handing an application over, beside the contract: offer and withdraw, accept and decline. */
public final class TransferOffers {
  private final Owned owned;
  private final UserStore users;
  private final ApplicationStore applications;
  private final Transfers transfers;
  private final Confirmations confirmations;

  public TransferOffers(
      Owned owned,
      UserStore users,
      ApplicationStore applications,
      Transfers transfers,
      Confirmations confirmations) {
    this.owned = owned;
    this.users = users;
    this.applications = applications;
    this.transfers = transfers;
    this.confirmations = confirmations;
  }

  /**
   * {@code POST /oauth2/applications/{id}/transfer}: {@code user} is {@code name#0001} or an id.
   */
  public Reply offer(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    String to = body.snowflake("user").orElse("");
    return confirmations.confirmed(
        body,
        call,
        person,
        () ->
            owned.answer(
                call,
                person,
                application -> done(transfers.offer(application, user(to), person.act(call)))));
  }

  /** {@code DELETE /oauth2/applications/{id}/transfer}. */
  public Reply withdraw(Call call, Actor.Person person) {
    return owned.answer(
        call, person, application -> done(transfers.withdraw(application, person.act(call))));
  }

  /** {@code GET /oauth2/applications/offers}: what others offer the caller. */
  public Reply offers(Call call, Actor.Person person) {
    var list = Json.array();
    for (Application application : owned.all().offeredTo(person.user().id())) {
      var json = ApplicationJson.summary(application);
      users
          .find(application.owner())
          .ifPresent(owner -> json.set("owner", UserJson.partial(owner)));
      list.add(json);
    }
    return Reply.json(200, Json.text(list)).noStore();
  }

  /** {@code POST /oauth2/applications/{id}/transfer/accept}. */
  public Reply accept(Call call, Actor.Person person) {
    return confirmations.confirmed(
        JsonBody.ofOptional(call),
        call,
        person,
        () -> answer(call, (seen, to) -> transfers.accept(seen, to, person.act(call)), person));
  }

  /** {@code POST /oauth2/applications/{id}/transfer/decline}. */
  public Reply decline(Call call, Actor.Person person) {
    return answer(call, (seen, to) -> transfers.decline(seen, to, person.act(call)), person);
  }

  /** An application that is not on offer to the caller is as good as unknown. */
  private Reply answer(
      Call call,
      BiFunction<Application, UserId, Optional<Application>> transfer,
      Actor.Person person) {
    return ApplicationId.parse(call.variable("id"))
        .flatMap(applications::find)
        .flatMap(seen -> transfer.apply(seen, person.user().id()))
        .map(answered -> Reply.empty(204).noStore())
        .orElseGet(ApiErrors::unknownApplication);
  }

  private @Nullable User user(String text) {
    return User.Tag.parse(text)
        .flatMap(users::find)
        .or(() -> UserId.parse(text).flatMap(users::find))
        .orElse(null);
  }

  private static Reply done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Edited _ -> Reply.empty(204).noStore();
      case Outcome.Refused(var problems) -> ApiErrors.invalid(problems);
      case Outcome.Gone() -> ApiErrors.unknownApplication();
    };
  }
}
