package com.astraof.oauth2.server.settings.security;

import com.astraof.oauth2.core.factor.TotpSetups;
import com.astraof.oauth2.core.factor.TotpSetups.Setup;
import com.astraof.oauth2.core.factor.TwoFactor;
import com.astraof.oauth2.core.factor.TwoFactor.Enabling;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.AuthenticatorPage;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.SecurityPage;
import org.jspecify.annotations.Nullable;

/** {@code /settings/security/authenticator}: an app is set up, or taken away. */
public final class AuthenticatorForms {
  private final SecurityPages security;
  private final ConfirmPages confirm;
  private final TwoFactor factors;
  private final TotpSetups setups;
  private final SudoGate sudo;
  private final Pages pages;

  public AuthenticatorForms(
      SecurityPages security,
      ConfirmPages confirm,
      TwoFactor factors,
      TotpSetups setups,
      SudoGate sudo,
      Pages pages) {
    this.security = security;
    this.confirm = confirm;
    this.factors = factors;
    this.setups = setups;
    this.sudo = sudo;
    this.pages = pages;
  }

  /** {@code GET}: a new secret, for whoever has just confirmed who they are. */
  public Reply show(SettingsVisit visit) {
    if (factors.of(visit.user().id()).totp()) {
      return Reply.seeOther(Section.SECURITY.path()).noStore();
    }
    return confirm.inFrontOf(
        ConfirmPages.Goal.AUTHENTICATOR,
        visit,
        () -> page(200, visit, setups.begin(visit.session(), visit.call().now()), null));
  }

  /** {@code POST}: the code shows that the app has the secret. */
  public Reply enable(SettingsVisit visit, Parameters form) {
    var setup =
        form.optional("setup")
            .flatMap(ticket -> setups.open(ticket, visit.session(), visit.call().now()));
    return setup
        .map(begun -> enable(visit, begun, form.optional("code").orElse("")))
        .orElseGet(() -> Reply.seeOther(ConfirmPages.Goal.AUTHENTICATOR.path()).noStore());
  }

  private Reply enable(SettingsVisit visit, Setup setup, String code) {
    String typed = code.replaceAll("\\s", "");
    return switch (factors.enable(visit.user().id(), setup.secret(), typed, visit.act())) {
      case Enabling.Enabled(var codes) -> security.codes(visit, codes);
      case Enabling.WrongCode() ->
          page(400, visit, setup, visit.words().say("authenticator.wrong"));
      case Enabling.AlreadyOn() -> Reply.seeOther(Section.SECURITY.path()).noStore();
    };
  }

  /** {@code POST …/remove}. */
  public Reply remove(SettingsVisit visit, Parameters form) {
    return sudo.refusal(visit, form, SecurityPage.APP_FORM)
        .map(refusal -> security.unconfirmed(visit, refusal))
        .orElseGet(
            () -> {
              factors.disable(visit.user().id(), visit.act());
              return Reply.seeOther(Done.AUTHENTICATOR_REMOVED.on(Section.SECURITY)).noStore();
            });
  }

  private Reply page(int status, SettingsVisit visit, Setup setup, @Nullable String problem) {
    var secret = setup.secret();
    String address = secret.address("Astral", visit.user().tag().toString());
    var page =
        new AuthenticatorPage(
            visit.frame(Section.SECURITY), setup.ticket(), secret.text(), address, problem);
    return pages.page(status, pages.views().authenticator(page), visit.visit());
  }
}
