package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.AccountEdit;
import com.astraof.oauth2.core.account.AccountEdit.Rename;
import com.astraof.oauth2.core.account.AccountEdit.Renumber;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.PasswordChanger;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.rest.PictureFields.NewPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code PATCH /users/@me}: contract 5. What one signs in with or is found by needs the password.
 * Beside the contract, {@code end_app_access} has a new password end the access of all apps.
 */
public final class EditMe implements RestEndpoint<Actor.Person> {
  private final UserStore users;
  private final AccountEditor editor;
  private final PasswordChanger passwords;
  private final PictureFields pictures;
  private final Confirmations confirmations;
  private final Me me;

  public EditMe(
      UserStore users,
      AccountEditor editor,
      PasswordChanger passwords,
      PictureFields pictures,
      Confirmations confirmations,
      Me me) {
    this.users = users;
    this.editor = editor;
    this.passwords = passwords;
    this.pictures = pictures;
    this.confirmations = confirmations;
    this.me = me;
  }

  @Override
  public Reply answer(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    var asked = Asked.in(body, pictures.in(body, Spot.AVATAR, Spot.BANNER));
    var problems = asked.problems();
    if (!problems.isEmpty()) {
      return ApiErrors.invalid(problems);
    }
    return asked.isSensitive()
        ? confirmations.confirmed(body, call, person, () -> edit(asked, call, person))
        : edit(asked, call, person);
  }

  private Reply edit(Asked asked, Call call, Actor.Person person) {
    return rename(asked, call, person)
        .or(() -> asked.password().flatMap(password -> change(password, asked, call, person)))
        .orElseGet(() -> me.reply(users.find(person.user().id()).orElse(person.user())));
  }

  /** The refusal, if any. */
  private Optional<Reply> rename(Asked asked, Call call, Actor.Person person) {
    if (asked.edits().isEmpty()) {
      return Optional.empty();
    }
    User user = person.user();
    var what = asked.changesTag() ? Event.USERNAME_CHANGED : Event.PROFILE_CHANGED;
    var event = AuditEvent.account(what, user.id(), person.act(call));
    pictures.store(user.id().value(), asked.pictures());
    var outcome = editor.edit(user, asked.edits(), event);
    users.find(user.id()).ifPresent(now -> pictures.settle(now, asked.pictures()));
    return switch (outcome) {
      case AccountEditor.Outcome.Edited _ -> Optional.empty();
      case AccountEditor.Outcome.Refused(var problems) -> Optional.of(ApiErrors.invalid(problems));
      case AccountEditor.Outcome.TagTaken() -> Optional.of(ApiErrors.tagTaken());
      case AccountEditor.Outcome.Gone() -> Optional.of(ApiErrors.unknownUser());
    };
  }

  /** The refusal, if any. */
  private Optional<Reply> change(Secret password, Asked asked, Call call, Actor.Person person) {
    var act = person.act(call);
    return switch (passwords.change(person.session(), password, asked.endAppAccess(), act)) {
      case PasswordChanger.Outcome.Changed() -> Optional.empty();
      case PasswordChanger.Outcome.Refused(var problem) ->
          Optional.of(ApiErrors.invalid(List.of(problem)));
      case PasswordChanger.Outcome.Busy() -> Optional.of(Register.busy());
    };
  }

  private record Asked(
      List<AccountEdit> edits,
      List<NewPicture> pictures,
      Optional<Secret> password,
      boolean endAppAccess) {
    static Asked in(JsonBody body, List<NewPicture> pictures) {
      return new Asked(
          AccountEdits.ofPerson(body, pictures),
          pictures,
          body.verbatim("new_password").map(Secret::new),
          body.bool("end_app_access", false));
    }

    List<FieldProblem> problems() {
      var problems = new ArrayList<FieldProblem>();
      edits.forEach(edit -> edit.problem().ifPresent(problems::add));
      password.flatMap(PasswordChanger::problemWith).ifPresent(problems::add);
      return problems;
    }

    boolean changesTag() {
      return edits.stream().anyMatch(edit -> edit instanceof Rename || edit instanceof Renumber);
    }

    boolean isSensitive() {
      return changesTag() || password.isPresent();
    }
  }
}
