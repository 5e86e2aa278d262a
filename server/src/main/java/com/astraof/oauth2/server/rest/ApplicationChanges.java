package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.AccountEdit;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Changes to an application and its bot; fields that are not there stay as they are. */
public final class ApplicationChanges {
  private final Owned owned;
  private final UserStore users;
  private final ApplicationEditor editor;
  private final AccountEditor accounts;

  public ApplicationChanges(
      Owned owned, UserStore users, ApplicationEditor editor, AccountEditor accounts) {
    this.owned = owned;
    this.users = users;
    this.editor = editor;
    this.accounts = accounts;
  }

  /** {@code PATCH /oauth2/applications/{id}}. */
  public Reply edit(Call call, Actor.Person person) {
    var edits = ApplicationEdits.in(JsonBody.of(call));
    var problems = edits.stream().flatMap(edit -> edit.problems().stream()).toList();
    if (!problems.isEmpty()) {
      return ApiErrors.invalid(problems);
    }
    var act = person.act(call);
    return owned.answer(
        call,
        person,
        application ->
            switch (editor.edit(application, edits, Event.APPLICATION_CHANGED, act)) {
              case ApplicationEditor.Outcome.Edited(var edited) -> json(edited);
              case ApplicationEditor.Outcome.Refused(var refused) -> ApiErrors.invalid(refused);
              case ApplicationEditor.Outcome.Gone() -> ApiErrors.unknownApplication();
            });
  }

  private Reply json(Application application) {
    var bot = users.find(application.botUser()).orElseThrow();
    return reply(ApplicationJson.of(application, bot));
  }

  /** {@code PATCH /oauth2/applications/{id}/bot}. */
  public Reply editBot(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    if (body.has("discriminator")) {
      throw new MalformedRequest("Bots keep the number that they were given.", "discriminator");
    }
    var edits = AccountEdits.ofBot(body);
    var problems = AccountEdits.problems(edits);
    return problems.isEmpty()
        ? owned.answer(call, person, application -> editBot(application, edits, person, call))
        : ApiErrors.invalid(problems);
  }

  private Reply editBot(
      Application application, List<AccountEdit> edits, Actor.Person person, Call call) {
    var act = person.act(call);
    var event =
        AuditEvent.application(Event.BOT_CHANGED, person.user().id(), application.id(), act);
    return users
        .find(application.botUser())
        .map(bot -> edited(accounts.edit(bot, edits, event)))
        .orElseGet(ApplicationChanges::unknownBot);
  }

  private static Reply edited(AccountEditor.Outcome outcome) {
    return switch (outcome) {
      case AccountEditor.Outcome.Edited(var bot) -> reply(ApplicationJson.bot(bot));
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
