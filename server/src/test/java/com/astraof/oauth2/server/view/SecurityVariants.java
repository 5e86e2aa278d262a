package com.astraof.oauth2.server.view;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pages for what is proved beside the password, in every state that looks different. */
final class SecurityVariants {
  private static final Instant NOW = Instant.parse("2026-03-03T16:05:00Z");
  private static final Sudo BY_CODE = Sudo.askedForFactor(true, Variants.QUESTION);
  private static final Sudo BY_RECOVERY_CODE = Sudo.askedForFactor(false, Variants.QUESTION);
  private static final SecurityPage.Item LAPTOP =
      new SecurityPage.Item("laptop", "Work laptop", NOW.minus(Duration.ofDays(40)), NOW);
  private static final SecurityPage.Item PHONE =
      new SecurityPage.Item("phone", "Phone", NOW.minus(Duration.ofDays(2)), null);

  private SecurityVariants() {}

  static Map<String, String> rendered(Views views) {
    var pages = new LinkedHashMap<String, String>();
    secondStep(views, pages);
    security(views, pages);
    setUp(views, pages);
    return pages;
  }

  private static SettingsFrame settings() {
    return frame(Variants.frame(), null);
  }

  private static Frame dark() {
    return new Frame(Variants.frame().words(), Variants.frame().formToken(), Theme.DARK);
  }

  private static SettingsFrame frame(Frame frame, @Nullable Notice notice) {
    return new SettingsFrame(frame, Section.SECURITY, Variants.ADA, notice);
  }

  private static void secondStep(Views views, Map<String, String> pages) {
    pages.put(
        "second-step",
        views.secondStep(
            new SecondStepPage(
                Variants.frame(),
                Variants.AUTHORIZE,
                null,
                null,
                "ticket",
                true,
                Variants.QUESTION,
                null)));
    pages.put(
        "second-step-code",
        views.secondStep(
            new SecondStepPage(Variants.frame(), "/", null, null, "ticket", true, "", null)));
    pages.put(
        "second-step-for-app",
        views.secondStep(
            new SecondStepPage(
                Variants.frame(),
                Variants.AUTHORIZE,
                Variants.ADA,
                "Midnight Radio",
                "ticket",
                true,
                Variants.QUESTION,
                null)));
    pages.put(
        "second-step-refused",
        views.secondStep(
            new SecondStepPage(
                dark(),
                "/",
                null,
                null,
                "ticket",
                false,
                Variants.QUESTION,
                Variants.frame().words().say("sign_in.code_wrong"))));
    pages.put(
        "second-step-hostile",
        views.secondStep(
            new SecondStepPage(
                Variants.frame(),
                Variants.HOSTILE,
                new Person(Variants.HOSTILE, Variants.HOSTILE),
                Variants.HOSTILE,
                Variants.HOSTILE,
                true,
                Variants.HOSTILE,
                Variants.HOSTILE)));
  }

  private static void security(Views views, Map<String, String> pages) {
    pages.put(
        "settings-security",
        views.security(
            new SecurityPage(settings(), BY_CODE, true, List.of(LAPTOP, PHONE), 8, true)));
    pages.put(
        "settings-security-off",
        views.security(new SecurityPage(settings(), Sudo.asked(), false, List.of(), 0, true)));
    pages.put(
        "settings-security-app",
        views.security(
            new SecurityPage(
                frame(dark(), Done.PASSKEY_REMOVED.notice()),
                Sudo.given(),
                true,
                List.of(),
                1,
                true)));
    pages.put(
        "settings-security-refused",
        views.security(
            new SecurityPage(
                settings(),
                BY_RECOVERY_CODE.refusedAt(
                    PHONE.form(), Variants.frame().words().say("sudo.code.wrong")),
                false,
                List.of(PHONE),
                0,
                true)));
    pages.put(
        "settings-security-unclaimed",
        views.security(new SecurityPage(settings(), Sudo.asked(), false, List.of(), 0, false)));
    var nasty = new SecurityPage.Item(Variants.HOSTILE, Variants.HOSTILE, NOW, NOW);
    var asks = BY_CODE.refusedAt(nasty.form(), Variants.HOSTILE);
    pages.put(
        "settings-security-hostile",
        views.security(new SecurityPage(settings(), asks, false, List.of(nasty), 10, true)));
  }

  private static void setUp(Views views, Map<String, String> pages) {
    pages.put("settings-confirm", views.confirm(new ConfirmPage(settings(), BY_CODE, "passkey")));
    pages.put(
        "settings-confirm-refused",
        views.confirm(
            new ConfirmPage(settings(), Sudo.refused(ConfirmPage.FORM, "This is not it."), "app")));
    String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    String address = "otpauth://totp/Astral:ada%230001?secret=" + secret + "&issuer=Astral";
    pages.put(
        "settings-authenticator",
        views.authenticator(new AuthenticatorPage(settings(), "ticket", secret, address, null)));
    pages.put(
        "settings-authenticator-refused",
        views.authenticator(
            new AuthenticatorPage(
                frame(dark(), null),
                "ticket",
                secret,
                address,
                Variants.frame().words().say("authenticator.wrong"))));
    pages.put(
        "settings-new-passkey",
        views.newPasskey(new NewPasskeyPage(settings(), Variants.QUESTION, "Linux", null)));
    pages.put(
        "settings-new-passkey-refused",
        views.newPasskey(
            new NewPasskeyPage(settings(), Variants.QUESTION, Variants.HOSTILE, Variants.HOSTILE)));
    var codes =
        IntStream.range(0, 10).mapToObj(i -> "k7p2-9xw" + i + "-4mtc-0q" + i + "d").toList();
    pages.put(
        "settings-recovery-codes", views.recoveryCodes(new RecoveryCodesPage(settings(), codes)));
  }
}
