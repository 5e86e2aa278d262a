package com.astraof.oauth2.server.view;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages for one's own account, in every state that looks different, by name. */
final class SettingsVariants {
  private static final Instant NOW = Instant.parse("2026-03-03T16:05:00Z");
  private static final String WRONG = "This is not your password.";

  private SettingsVariants() {}

  static Map<String, String> rendered(Views views) {
    var pages = new LinkedHashMap<String, String>();
    sessions(views, pages);
    return pages;
  }

  private static void sessions(Views views, Map<String, String> pages) {
    var here = session("1", Device.Kind.DESKTOP, "Firefox", "Linux", 0, true);
    var phone = session("2", Device.Kind.PHONE, "Safari", "iPhone", 3, false);
    var program = session("3", Device.Kind.API, "", "", 70, false);
    var unknown = session("4", Device.Kind.DESKTOP, "", "", 2000, false);
    var several = List.of(here, phone, program, unknown);
    var frame = settings(Variants.FRAME, Section.SESSIONS, Variants.ADA, null);
    pages.put("settings-sessions", views.sessions(new SessionsPage(frame, Sudo.given(), several)));
    pages.put(
        "settings-sessions-one",
        views.sessions(new SessionsPage(frame, Sudo.asked(), List.of(here))));
    pages.put(
        "settings-sessions-refused",
        views.sessions(
            new SessionsPage(frame, Sudo.refused("end-others", WRONG), List.of(here, phone))));
    var dark = new Frame(Variants.FRAME.words(), Variants.FRAME.formToken(), Theme.DARK);
    var hostile =
        settings(
            dark,
            Section.SESSIONS,
            new Person(Variants.HOSTILE, Variants.HOSTILE, Variants.PICTURE),
            Notice.problem("brand", Variants.HOSTILE));
    pages.put(
        "settings-sessions-hostile",
        views.sessions(
            new SessionsPage(
                hostile,
                Sudo.refused("end-others", Variants.HOSTILE),
                List.of(
                    here,
                    new SessionsPage.Item(
                        Variants.HOSTILE,
                        new Device(Device.Kind.PHONE, Variants.HOSTILE, Variants.HOSTILE),
                        Variants.HOSTILE,
                        NOW,
                        NOW,
                        false)))));
  }

  private static SessionsPage.Item session(
      String id, Device.Kind kind, String browser, String system, int hours, boolean current) {
    return new SessionsPage.Item(
        id,
        new Device(kind, browser, system),
        current ? "192.0.2.17" : "2001:db8:85a3::8a2e:370:7334",
        NOW.minus(Duration.ofDays(9).plusHours(2L * hours)),
        NOW.minus(Duration.ofHours(hours)),
        current);
  }

  static SettingsFrame settings(
      Frame frame, Section section, Person person, @Nullable Notice notice) {
    return new SettingsFrame(frame, section, person, notice);
  }
}
