package com.astraof.oauth2.server.settings.security;

import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.factor.Passkey;
import com.astraof.oauth2.core.factor.Passkeys;
import com.astraof.oauth2.core.factor.RecoveryCodes;
import com.astraof.oauth2.core.factor.TwoFactor;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.RecoveryCodesPage;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.SecurityPage;
import com.astraof.oauth2.server.view.Sudo;

/** {@code /settings/security}, and the recovery codes, which are shown once. */
public final class SecurityPages {
  private final TwoFactor factors;
  private final Passkeys passkeys;
  private final SudoGate sudo;
  private final Pages pages;

  public SecurityPages(TwoFactor factors, Passkeys passkeys, SudoGate sudo, Pages pages) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.sudo = sudo;
    this.pages = pages;
  }

  public Reply show(SettingsVisit visit) {
    return page(200, visit, sudo.of(visit));
  }

  /** One of its forms has to be confirmed. */
  Reply unconfirmed(SettingsVisit visit, SudoGate.Refusal refusal) {
    return refusal.on(page(refusal.status(), visit, refusal.sudo()));
  }

  private Reply page(int status, SettingsVisit visit, Sudo asks) {
    UserId user = visit.user().id();
    Factors on = factors.of(user);
    var page =
        new SecurityPage(
            visit.frame(Section.SECURITY),
            asks,
            on.totp(),
            passkeys.of(user).stream().map(SecurityPages::item).toList(),
            on.recoveryCodes(),
            !visit.user().isUnclaimed());
    return pages.page(status, pages.views().security(page), visit.visit());
  }

  private static SecurityPage.Item item(Passkey passkey) {
    return new SecurityPage.Item(
        passkey.id(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt());
  }

  /** {@code POST /settings/security/recovery-codes}: new ones. */
  public Reply newCodes(SettingsVisit visit, Parameters form) {
    if (!factors.of(visit.user().id()).areOn()) {
      return show(visit);
    }
    return sudo.refusal(visit, form, SecurityPage.CODES_FORM)
        .map(refusal -> unconfirmed(visit, refusal))
        .orElseGet(() -> codes(visit, factors.newCodes(visit.user().id(), visit.act())));
  }

  Reply codes(SettingsVisit visit, RecoveryCodes codes) {
    var page = new RecoveryCodesPage(visit.frame(Section.SECURITY), codes.texts());
    return pages.page(200, pages.views().recoveryCodes(page), visit.visit());
  }
}
