package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.server.view.AccountPage.EmailPanel;
import com.astraof.oauth2.server.view.AccountPage.Entered;
import com.astraof.oauth2.server.view.ConnectionsPage.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages for one's own account, in every state that looks different, by name. */
final class SettingsVariants {
  static final AppLinks LINKS =
      new AppLinks(
          new Links(
              "https://radio.example",
              "https://radio.example/terms",
              "https://radio.example/privacy"));

  private static final Instant NOW = Instant.parse("2026-03-03T16:05:00Z");
  private static final String WRONG = "This is not your password.";
  private static final Place HERE = new Place("192.0.2.17", new Device("Firefox", "Linux"));
  private static final Place PHONE =
      new Place("2001:db8:85a3::8a2e:370:7334", new Device("Safari", "iPhone"));
  private static final Place SOMEWHERE = new Place("203.0.113.9", Device.UNKNOWN);
  private static final Place HOSTILE =
      new Place(Variants.HOSTILE, new Device(Variants.HOSTILE, Variants.HOSTILE));
  private static final Frame DARK =
      new Frame(Variants.frame().words(), Variants.frame().formToken(), Theme.DARK);
  private static final Person PICTURED = new Person("Ada Lovelace", "ada#0001", Variants.PICTURE);
  private static final Person NASTY =
      new Person(Variants.HOSTILE, Variants.HOSTILE, Variants.PICTURE);

  private SettingsVariants() {}

  static Map<String, String> rendered(Views views) {
    var pages = new LinkedHashMap<String, String>();
    account(views, pages);
    sessions(views, pages);
    activity(views, pages);
    authorizedApps(views, pages);
    connections(views, pages);
    return pages;
  }

  private static void account(Views views, Map<String, String> pages) {
    var ada =
        new Entered("Ada Lovelace", "she/her", "Poet of numbers.\nReads at night.", "ada", "0001");
    var frame = frame(Section.ACCOUNT, Variants.ADA);
    pages.put(
        "settings-account",
        views.account(new AccountPage(frame, Sudo.asked(), address(false), ada, Map.of())));
    pages.put(
        "settings-account-done",
        views.account(
            new AccountPage(
                new SettingsFrame(DARK, Section.ACCOUNT, PICTURED, Done.AVATAR.notice()),
                Sudo.given(),
                address(true),
                ada,
                Map.of())));
    pages.put(
        "settings-account-refused",
        views.account(
            new AccountPage(
                frame,
                Sudo.refused(AccountPage.USERNAME_FORM, WRONG),
                null,
                new Entered("", "", "", "ada!", "12345"),
                Map.of(
                    "", Variants.frame().words().say("sign_in.busy"),
                    "avatar", "This is no picture that we can read.",
                    "display_name", "A display name has 1 to 32 characters.",
                    "bio", "This may have at most 1024 characters.",
                    "new_email", "Write an e-mail address such as name@example.org.",
                    "discriminator", "A discriminator is 0 to 9999.",
                    "current_password", WRONG,
                    "new_password", "A password has 8 to 256 characters."))));
    pages.put(
        "settings-account-hostile",
        views.account(
            new AccountPage(
                frame(Section.ACCOUNT, NASTY),
                Sudo.refused(AccountPage.USERNAME_FORM, Variants.HOSTILE),
                new EmailPanel(Variants.HOSTILE, false, true, Variants.HOSTILE),
                new Entered(
                    Variants.HOSTILE,
                    Variants.HOSTILE,
                    "</textarea>" + Variants.HOSTILE,
                    Variants.HOSTILE,
                    Variants.HOSTILE),
                Map.of("display_name", Variants.HOSTILE, "unheard_of", Variants.HOSTILE))));
  }

  private static EmailPanel address(boolean verified) {
    return new EmailPanel("ada@example.org", verified, true, "");
  }

  private static void sessions(Views views, Map<String, String> pages) {
    var here = session("1", HERE, 0, true);
    var phone = session("2", PHONE, 3, false);
    var unknown = session("3", SOMEWHERE, 2000, false);
    var frame = frame(Section.SESSIONS, Variants.ADA);
    pages.put(
        "settings-sessions",
        views.sessions(new SessionsPage(frame, List.of(here, phone, unknown))));
    pages.put("settings-sessions-one", views.sessions(new SessionsPage(frame, List.of(here))));
    data(views, pages);
    var notice = Notice.problem("brand", Variants.HOSTILE);
    var hostile = new SettingsFrame(DARK, Section.SESSIONS, NASTY, notice);
    pages.put(
        "settings-sessions-hostile",
        views.sessions(new SessionsPage(hostile, List.of(here, session("4", HOSTILE, 5, false)))));
  }

  private static void data(Views views, Map<String, String> pages) {
    var frame = frame(Section.DATA, Variants.ADA);
    pages.put("settings-data", views.data(new DataPage(frame, Sudo.asked(), 14, List.of(), false)));
    var guilds = List.of("Compiler Crew", Variants.HOSTILE);
    pages.put(
        "settings-data-refused", views.data(new DataPage(frame, Sudo.given(), 14, guilds, true)));
    pages.put(
        "closed",
        views.closed(new ClosedPage(Variants.frame(), NOW, null, "ticket", Variants.AUTHORIZE)));
    pages.put(
        "closed-to-be-erased",
        views.closed(new ClosedPage(Variants.frame(), NOW, NOW, "ticket", Variants.HOSTILE)));
    String reason = "Sends the same message to hundreds of people.";
    pages.put("blocked", views.blocked(new BlockedPage(Variants.frame(), NOW, reason)));
    pages.put(
        "blocked-hostile", views.blocked(new BlockedPage(Variants.frame(), NOW, Variants.HOSTILE)));
  }

  private static SessionsPage.Item session(String id, Place from, int hours, boolean current) {
    return new SessionsPage.Item(
        id,
        from,
        NOW.minus(Duration.ofDays(9).plusHours(2L * hours)),
        NOW.minus(Duration.ofHours(hours)),
        current);
  }

  private static void activity(Views views, Map<String, String> pages) {
    var frame = frame(Section.ACTIVITY, Variants.ADA);
    var everything = new ArrayList<ActivityPage.Item>();
    for (Event event : Event.values()) {
      Instant at = NOW.minus(Duration.ofHours(7L * everything.size()));
      Place from = everything.size() % 3 == 0 ? PHONE : HERE;
      everything.add(new ActivityPage.Item(event, "Midnight Radio", at, from));
    }
    pages.put(
        "settings-activity",
        views.activity(new ActivityPage(frame, everything.subList(0, 7), true, 7L)));
    pages.put(
        "settings-activity-everything",
        views.activity(new ActivityPage(frame, everything, false, null)));
    pages.put(
        "settings-activity-empty", views.activity(new ActivityPage(frame, List.of(), true, null)));
    var gone = new ActivityPage.Item(Event.ACCESS_GIVEN_BACK, null, NOW, null);
    var nasty = new ActivityPage.Item(Event.REFRESH_REUSED, Variants.HOSTILE, NOW, HOSTILE);
    pages.put(
        "settings-activity-hostile",
        views.activity(new ActivityPage(frame, List.of(gone, nasty), false, 1L)));
  }

  private static void authorizedApps(Views views, Map<String, String> pages) {
    var radio = app("1", "Midnight Radio", Variants.PICTURE, LINKS, Scope.IDENTIFY, Scope.GUILDS);
    var notes = app("2", "Orbit Notes", null, new AppLinks(Links.NONE), Scope.values());
    var frame = frame(Section.AUTHORIZED_APPS, Variants.ADA);
    pages.put(
        "settings-authorized-apps",
        views.authorizedApps(new AuthorizedAppsPage(frame, List.of(radio, notes))));
    pages.put(
        "settings-authorized-apps-empty",
        views.authorizedApps(new AuthorizedAppsPage(frame, List.of())));
    var script = new AppLinks(new Links("javascript:alert(1)", null, null));
    pages.put(
        "settings-authorized-apps-hostile",
        views.authorizedApps(
            new AuthorizedAppsPage(
                frame, List.of(app("3", Variants.HOSTILE, null, script, Scope.IDENTIFY)))));
  }

  private static AuthorizedAppsPage.App app(
      String id, String name, @Nullable String icon, AppLinks links, Scope... scopes) {
    Instant lastUsed = icon == null ? null : NOW;
    Instant since = NOW.minus(Duration.ofDays(40));
    return new AuthorizedAppsPage.App(
        id, name, icon, List.of(scopes), since, lastUsed, links, trust(name));
  }

  private static void connections(Views views, Map<String, String> pages) {
    var frame = frame(Section.CONNECTIONS, Variants.ADA);
    var constellation = new Service("constellation", "Constellation", "constellation.example");
    var services =
        List.of(constellation, new Service("tapes", "Mixtapes", "login.mixtapes.example"));
    var vega = connection("vega", "Vega", "Constellation", true);
    var tapes = connection("7", "ada.plays", "Mixtapes", false);
    pages.put(
        "settings-connections",
        views.connections(new ConnectionsPage(frame, List.of(vega, tapes), services)));
    pages.put(
        "settings-connections-empty",
        views.connections(new ConnectionsPage(frame, List.of(), services)));
    pages.put(
        "settings-connections-nowhere",
        views.connections(new ConnectionsPage(frame, List.of(), List.of())));
    var notice = NotLinked.TAKEN.notice("Constellation");
    var refused = new SettingsFrame(DARK, Section.CONNECTIONS, PICTURED, notice);
    pages.put(
        "settings-connections-refused",
        views.connections(new ConnectionsPage(refused, List.of(tapes), services)));
    var hostile = connection(Variants.HOSTILE, Variants.HOSTILE, "Constellation", false);
    pages.put(
        "settings-connections-hostile",
        views.connections(new ConnectionsPage(frame, List.of(hostile), services)));
  }

  private static ConnectionsPage.Item connection(
      String id, String name, String service, boolean shown) {
    Instant since = NOW.minus(Duration.ofDays(12));
    return new ConnectionsPage.Item("constellation", id, name, service, shown, since);
  }

  private static SettingsFrame frame(Section section, Person person) {
    return new SettingsFrame(Variants.frame(), section, person, null);
  }

  private static Trust trust(String name) {
    return switch (name) {
      case "Midnight Radio" -> Trust.VERIFIED;
      case "Corkboard" -> Trust.DISABLED;
      default -> Trust.PLAIN;
    };
  }
}
