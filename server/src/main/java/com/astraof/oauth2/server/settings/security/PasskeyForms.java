package com.astraof.oauth2.server.settings.security;

import com.astraof.oauth2.core.factor.PasskeyName;
import com.astraof.oauth2.core.factor.Passkeys;
import com.astraof.oauth2.core.factor.Passkeys.Registration;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.NewPasskeyPage;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.SecurityPage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /settings/security/passkeys}: added, renamed, removed. */
public final class PasskeyForms {
  private final SecurityPages security;
  private final ConfirmPages confirm;
  private final Passkeys passkeys;
  private final PasskeyQuestions questions;
  private final SudoGate sudo;
  private final Pages pages;

  public PasskeyForms(
      SecurityPages security,
      ConfirmPages confirm,
      Passkeys passkeys,
      PasskeyQuestions questions,
      SudoGate sudo,
      Pages pages) {
    this.security = security;
    this.confirm = confirm;
    this.passkeys = passkeys;
    this.questions = questions;
    this.sudo = sudo;
    this.pages = pages;
  }

  /** {@code GET …/new}: for whoever has just confirmed who they are. */
  public Reply show(SettingsVisit visit) {
    String device = visit.act().from().device().system();
    return confirm.inFrontOf(
        ConfirmPages.Goal.PASSKEY, visit, () -> page(200, visit, device, null));
  }

  /** {@code POST}: the device's answer. */
  public Reply add(SettingsVisit visit, Parameters form) {
    String typed = form.optional("name").orElse("");
    Optional<PasskeyName> name = PasskeyName.of(typed);
    if (name.isEmpty()) {
      return again(visit, typed, "name");
    }
    String answer = form.optional("passkey").orElse("");
    return switch (passkeys.register(visit.session(), name.get(), answer, visit.act())) {
      case Registration.Added(var _, var codes) ->
          codes
              .map(fresh -> security.codes(visit, fresh))
              .orElseGet(() -> Reply.seeOther(Done.PASSKEY_ADDED.on(Section.SECURITY)).noStore());
      case Registration.Stale() -> again(visit, typed, "stale");
      case Registration.Unreadable() -> again(visit, typed, "unreadable");
      case Registration.TooMany() -> again(visit, typed, "too_many");
    };
  }

  private Reply again(SettingsVisit visit, String typed, String problem) {
    return confirm.inFrontOf(
        ConfirmPages.Goal.PASSKEY,
        visit,
        () -> page(400, visit, typed, visit.words().say("new_passkey." + problem)));
  }

  /** {@code POST …/rename}. */
  public Reply rename(SettingsVisit visit, Parameters form) {
    form.optional("name")
        .flatMap(PasskeyName::of)
        .ifPresent(name -> passkeys.rename(visit.user().id(), id(form), name));
    return Reply.seeOther(Done.PASSKEY_RENAMED.on(Section.SECURITY)).noStore();
  }

  /** {@code POST …/remove}. */
  public Reply remove(SettingsVisit visit, Parameters form) {
    return sudo.refusal(visit, form, SecurityPage.Item.form(id(form)))
        .map(refusal -> security.unconfirmed(visit, refusal))
        .orElseGet(
            () -> {
              passkeys.remove(visit.user().id(), id(form), visit.act());
              return Reply.seeOther(Done.PASSKEY_REMOVED.on(Section.SECURITY)).noStore();
            });
  }

  private static String id(Parameters form) {
    return form.optional("passkey_id").orElse("");
  }

  private Reply page(int status, SettingsVisit visit, String name, @Nullable String problem) {
    String question = questions.toRegister(visit.session(), visit.call().now());
    var page = new NewPasskeyPage(visit.frame(Section.SECURITY), question, name, problem);
    return pages.page(status, pages.views().newPasskey(page), visit.visit());
  }
}
