package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.server.view.ForgotPage.Step;
import com.astraof.oauth2.server.view.Letters.Told;
import com.astraof.oauth2.server.view.NewPasswordPage.Way;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Letters, and the pages that lead to them and that they lead to, by name. */
final class MailVariants {
  static final Instant NOW = Instant.parse("2026-03-03T16:05:00Z");
  static final String ISSUER = "https://astral.example";

  private static final String LINK = ISSUER + "/reset?link=" + "AbCdEfGh".repeat(16);

  private MailVariants() {}

  static Map<String, String> rendered(Views views) {
    var pages = new LinkedHashMap<String, String>();
    forgot(views, pages);
    links(views, pages);
    var mail = new MailboxPage.Item("1", "Choose a new password", "ada@example.org", NOW);
    pages.put("mailbox", views.mailbox(new MailboxPage(Variants.frame(), List.of(mail, mail))));
    pages.put("mailbox-empty", views.mailbox(new MailboxPage(Variants.frame(), List.of())));
    return pages;
  }

  /** Seen in mail clients, not as pages of ours. */
  static Map<String, String> letters(Views views) {
    var letters = new Letters(Variants.frame().words(), "astral.example");
    var here = new Place("192.0.2.17", new Device("Firefox", "Linux"));
    var hostile = new Place(Variants.HOSTILE, new Device(Variants.HOSTILE, ""));
    var pages = new LinkedHashMap<String, String>();
    pages.put("letter-verify", views.letter(letters.verify(LINK)));
    pages.put("letter-reset", views.letter(letters.reset(LINK, "ada#0001")));
    pages.put("letter-change", views.letter(letters.change(LINK, "ada#0001")));
    pages.put("letter-changed", views.letter(letters.changed(LINK, "ada#0001", NOW)));
    pages.put(
        "letter-sign-in",
        views.letter(letters.tell(new Told(Event.SIGNED_IN, null, here, NOW), ISSUER)));
    pages.put(
        "letter-tell",
        views.letter(
            letters.tell(new Told(Event.SECRET_RESET, "Midnight Radio", here, NOW), ISSUER)));
    pages.put(
        "letter-hostile",
        views.letter(
            letters.tell(new Told(Event.SECRET_RESET, Variants.HOSTILE, hostile, NOW), ISSUER)));
    pages.put("letter-trial", views.letter(letters.trial()));
    return pages;
  }

  private static void forgot(Views views, Map<String, String> pages) {
    pages.put("forgot", views.forgot(new ForgotPage(Variants.frame(), Step.ASK, "", null)));
    pages.put(
        "forgot-refused",
        views.forgot(
            new ForgotPage(
                Variants.frame(),
                Step.ASK,
                "ada@",
                "Write an e-mail address such as name@example.org.")));
    pages.put("forgot-sent", views.forgot(new ForgotPage(Variants.frame(), Step.SENT, "", null)));
    pages.put(
        "forgot-impossible",
        views.forgot(new ForgotPage(Variants.frame(), Step.IMPOSSIBLE, "", null)));
    pages.put(
        "forgot-hostile",
        views.forgot(
            new ForgotPage(Variants.frame(), Step.ASK, Variants.HOSTILE, Variants.HOSTILE)));
  }

  private static void links(Views views, Map<String, String> pages) {
    pages.put(
        "reset", views.newPassword(new NewPasswordPage(Variants.frame(), Way.RESET, "link", null)));
    pages.put(
        "way-back",
        views.newPassword(
            new NewPasswordPage(
                Variants.frame(), Way.BACK, "link", "A password has 8 to 256 characters.")));
    pages.put(
        "reset-hostile",
        views.newPassword(
            new NewPasswordPage(Variants.frame(), Way.RESET, Variants.HOSTILE, Variants.HOSTILE)));
    for (var purpose : ConfirmLinkPage.Purpose.values()) {
      pages.put(
          purpose.path().substring(1),
          views.confirmLink(new ConfirmLinkPage(Variants.frame(), purpose, Variants.HOSTILE)));
    }
    pages.put(
        "verify-done",
        views.linkDone(new LinkDonePage(Variants.frame(), LinkDonePage.What.VERIFIED)));
    pages.put(
        "way-back-done",
        views.linkDone(new LinkDonePage(Variants.frame(), LinkDonePage.What.WENT_BACK)));
  }
}
