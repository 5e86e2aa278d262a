package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.User.Profile;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.view.AccountPage;
import com.astraof.oauth2.server.view.AccountPage.EmailPanel;
import com.astraof.oauth2.server.view.AccountPage.Entered;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Sudo;
import java.util.Map;
import java.util.Objects;

/** {@code /settings/account}, at first and as its forms show it again. */
public final class AccountPages {
  private final SudoGate sudo;
  private final Pages pages;
  private final boolean sendsMail;

  /**
   * @param sendsMail whether addresses can be verified and changed
   */
  public AccountPages(SudoGate sudo, Pages pages, boolean sendsMail) {
    this.sudo = sudo;
    this.pages = pages;
    this.sendsMail = sendsMail;
  }

  public Reply show(SettingsVisit visit) {
    return page(200, visit, sudo.of(visit), entered(visit.user()), Map.of());
  }

  /** A form of which nothing is shown again was refused. */
  Reply refused(int status, SettingsVisit visit, String field, String problem) {
    return page(status, visit, sudo.of(visit), entered(visit.user()), Map.of(field, problem));
  }

  /** The change of the password has to be confirmed. */
  Reply unconfirmed(SettingsVisit visit, SudoGate.Refusal refusal) {
    var page = page(refusal.status(), visit, refusal.sudo(), entered(visit.user()), Map.of());
    return refusal.on(page);
  }

  /**
   * @param entered what was typed into a form that is refused is still there
   */
  Reply page(
      int status, SettingsVisit visit, Sudo sudo, Entered entered, Map<String, String> problems) {
    return page(status, visit, sudo, entered, "", problems);
  }

  /** The form for another address was refused. */
  Reply email(
      int status, SettingsVisit visit, Sudo sudo, String newEmail, Map<String, String> problems) {
    return page(status, visit, sudo, entered(visit.user()), newEmail, problems);
  }

  private Reply page(
      int status,
      SettingsVisit visit,
      Sudo sudo,
      Entered entered,
      String newEmail,
      Map<String, String> problems) {
    Email email = visit.user().email();
    var panel =
        email == null
            ? null
            : new EmailPanel(email.address(), email.verified(), sendsMail, newEmail);
    var frame = visit.frame(Section.ACCOUNT);
    var page = new AccountPage(frame, sudo, panel, entered, problems);
    return pages.page(status, pages.views().account(page), visit.visit());
  }

  /** What stands in the fields as long as nobody types. */
  static Entered entered(User user) {
    Profile profile = user.profile();
    return new Entered(
        Objects.requireNonNullElse(profile.globalName(), ""),
        Objects.requireNonNullElse(profile.pronouns(), ""),
        Objects.requireNonNullElse(profile.bio(), ""),
        user.tag().username().value(),
        user.tag().digits());
  }
}
