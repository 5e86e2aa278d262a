package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.PasswordChanger;
import com.astraof.oauth2.core.account.PasswordChanger.Outcome;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.view.AccountPage;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Section;

/**
 * {@code POST /settings/account/password}: always asks for the current password, whatever was
 * confirmed before, and for a second factor where there is one.
 */
public final class PasswordForm {
  private final AccountPages pages;
  private final SudoGate sudo;
  private final PasswordChanger passwords;
  private final Visits visits;

  public PasswordForm(AccountPages pages, SudoGate sudo, PasswordChanger passwords, Visits visits) {
    this.pages = pages;
    this.sudo = sudo;
    this.passwords = passwords;
    this.visits = visits;
  }

  public Reply send(SettingsVisit visit, Parameters form) {
    var wrong = sudo.checkPassword(visit, form, "current_password");
    if (wrong.isPresent()) {
      return refused(wrong.get(), visit);
    }
    if (sudo.asksFactor(visit)) {
      var refusal = sudo.refusal(visit, form, AccountPage.PASSWORD_FORM);
      if (refusal.isPresent()) {
        return pages.unconfirmed(visit, refusal.get());
      }
    }
    return change(visit, form);
  }

  private Reply refused(SudoProblem wrong, SettingsVisit visit) {
    String sentence = wrong.in(visit.words(), false);
    Reply refused = pages.refused(wrong.status(), visit, "current_password", sentence);
    return sudo.retryAfter(wrong, visit)
        .map(seconds -> refused.with("Retry-After", seconds))
        .orElse(refused);
  }

  private Reply change(SettingsVisit visit, Parameters form) {
    var chosen = new Secret(form.optional("new_password").orElse(""));
    boolean endAppAccess = form.optional("end_app_access").isPresent();
    return switch (passwords.change(visit.session(), chosen, endAppAccess, visit.act())) {
      case Outcome.Changed() ->
          visits.renew(
              visit.session(), Reply.seeOther(Done.PASSWORD.on(Section.ACCOUNT)).noStore());
      case Outcome.Refused(var problem) ->
          pages.refused(400, visit, problem.path(), visit.words().translate(problem.message()));
      case Outcome.Busy() ->
          pages
              .refused(503, visit, "", visit.words().say("sign_in.busy"))
              .with("Retry-After", SudoGate.WHEN_BUSY);
    };
  }
}
