package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sudo mode of contract 4: what cannot be undone asks for the password in the same body. Without a
 * second factor nothing is remembered: each such call brings it.
 */
public final class Confirmations {
  private final Accounts accounts;
  private final RateLimits limits;

  public Confirmations(Accounts accounts, RateLimits limits) {
    this.accounts = accounts;
    this.limits = limits;
  }

  /** Does the work once the password is confirmed. */
  Reply confirmed(JsonBody body, Call call, Actor.Person person, Supplier<Reply> work) {
    return refusal(body, call, person).orElseGet(work);
  }

  Optional<Reply> refusal(JsonBody body, Call call, Actor.Person person) {
    String key = person.user().id().toString();
    Optional<Secret> password = body.verbatim("password").map(Secret::new);
    if (password.isPresent() && limits.isExhausted(Limit.CONFIRMATION_FAILURES, key)) {
      return Optional.of(limits.exhausted(Limit.CONFIRMATION_FAILURES, key, new ApiErrors()));
    }
    var outcome = accounts.confirm(person.user().id(), password.orElse(null), person.act(call));
    return switch (outcome) {
      case CONFIRMED -> Optional.empty();
      case MISSING -> Optional.of(ApiErrors.confirmationMissing());
      case BUSY -> Optional.of(Register.busy());
      case WRONG -> {
        limits.count(Limit.CONFIRMATION_FAILURES, key);
        var problem = new FieldProblem("password", "This is not your password.");
        yield Optional.of(ApiErrors.invalid(List.of(problem)));
      }
    };
  }
}
