package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.AccountEdit;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.rest.PictureFields.NewPicture;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Changes to an application and its bot; fields that are not there stay as they are. */
public final class ApplicationChanges {
  private final Owned owned;
  private final UserStore users;
  private final ApplicationEditor editor;
  private final AccountEditor accounts;
  private final PictureFields pictures;
  private final Confirmations confirmations;

  public ApplicationChanges(
      Owned owned,
      UserStore users,
      ApplicationEditor editor,
      AccountEditor accounts,
      PictureFields pictures,
      Confirmations confirmations) {
    this.owned = owned;
    this.users = users;
    this.editor = editor;
    this.accounts = accounts;
    this.pictures = pictures;
    this.confirmations = confirmations;
  }

  /** {@code PATCH /oauth2/applications/{id}}. Keys open as much as secrets, so they ask as well. */
  public Reply edit(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    var icon = pictures.in(body, Spot.ICON);
    var edits = ApplicationEdits.in(body, icon);
    var problems = edits.stream().flatMap(edit -> edit.problems().stream()).toList();
    if (!problems.isEmpty()) {
      return ApiErrors.invalid(problems);
    }
    Supplier<Reply> work =
        () -> owned.answer(call, person, seen -> edit(seen, edits, icon, person.act(call)));
    return changesKeys(edits) ? confirmations.confirmed(body, call, person, work) : work.get();
  }

  private static boolean changesKeys(List<ApplicationEdit> edits) {
    return edits.stream().anyMatch(ApplicationEdit.Keys.class::isInstance);
  }

  private Reply edit(
      Application seen, List<ApplicationEdit> edits, List<NewPicture> icon, Act act) {
    pictures.store(seen.id().value(), icon);
    Event what = changesKeys(edits) ? Event.KEYS_CHANGED : Event.APPLICATION_CHANGED;
    return switch (editor.edit(seen, edits, what, act)) {
      case ApplicationEditor.Outcome.Edited(var edited) -> {
        pictures.settle(edited, icon);
        yield json(edited);
      }
      case ApplicationEditor.Outcome.Refused(var problems) -> {
        pictures.settle(seen, icon);
        yield ApiErrors.invalid(problems);
      }
      case ApplicationEditor.Outcome.Gone() -> ApiErrors.unknownApplication();
    };
  }

  private Reply json(Application application) {
    return reply(ApplicationJson.of(application, owned.bot(application)));
  }

  /** {@code PATCH /oauth2/applications/{id}/bot}. */
  public Reply editBot(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    if (body.has("discriminator")) {
      throw new MalformedRequest("Bots keep the number that they were given.", "discriminator");
    }
    var shown = pictures.in(body, Spot.AVATAR, Spot.BANNER);
    var edits = AccountEdits.ofBot(body, shown);
    var problems = AccountEdits.problems(edits);
    return problems.isEmpty()
        ? owned.answer(call, person, seen -> editBot(seen, edits, shown, person.act(call)))
        : ApiErrors.invalid(problems);
  }

  private Reply editBot(
      Application application, List<AccountEdit> edits, List<NewPicture> shown, Act act) {
    var event =
        AuditEvent.application(Event.BOT_CHANGED, application.owner(), application.id(), act);
    return users
        .find(application.botUser())
        .map(
            bot -> {
              pictures.store(bot.id().value(), shown);
              var outcome = accounts.edit(bot, edits, event);
              users.find(bot.id()).ifPresent(now -> pictures.settle(now, shown));
              return edited(outcome);
            })
        .orElseGet(ApplicationChanges::unknownBot);
  }

  private Reply edited(AccountEditor.Outcome outcome) {
    return switch (outcome) {
      case AccountEditor.Outcome.Edited(var bot) -> reply(ApplicationJson.bot(owned.bot(bot)));
      case AccountEditor.Outcome.Refused(var problems) -> ApiErrors.invalid(problems);
      case AccountEditor.Outcome.TagTaken() -> ApiErrors.tagTaken();
      case AccountEditor.Outcome.Gone() -> unknownBot();
    };
  }

  private static Reply unknownBot() {
    return ApiErrors.reply(404, "BOT_USER_NOT_FOUND", "This application has no bot any more.");
  }

  private static Reply reply(ObjectNode json) {
    return Reply.json(200, Json.text(json)).noStore();
  }
}
