package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.server.view.ConsentPage.Asker;
import com.astraof.oauth2.server.view.ConsentPage.Destination;
import com.astraof.oauth2.server.view.ConsentPage.Newcomer;
import com.astraof.oauth2.server.view.RegisterPage.Entered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every page in every state that looks different, by name. */
final class Variants {
  /** Markup, a turn of the writing direction, invisible characters, stacked marks, no break. */
  static final String HOSTILE =
      "<script>alert('\"1\"')</script>\u202Egnp.exe\u200B\u2066\uFEFF"
          + "a"
          + "\u0301".repeat(40)
          + "W".repeat(60);

  private static final ScopedValue<Words> WORDS = ScopedValue.newInstance();

  static final Person ADA = new Person("Ada Lovelace", "ada#0001");

  /** Any picture that is served beside the pages. */
  static final String PICTURE = Assets.favicon();

  static final String QUESTION = "{\"challenge\":\"AA\",\"allowCredentials\":[]}";

  static final String AUTHORIZE = "/oauth2/authorize?client_id=1&state=a%26b";

  static final Decision DECISION = new Decision("ticket", AUTHORIZE);

  private Variants() {}

  /** In English. */
  static Map<String, String> rendered() {
    return rendered(Words.in(Locale.ENGLISH));
  }

  static Map<String, String> rendered(Words words) {
    return ScopedValue.where(WORDS, words).call(Variants::render);
  }

  /** For a page, in the words of this rendering. */
  static Frame frame() {
    return new Frame(WORDS.orElse(Words.in(Locale.ENGLISH)), "form-token");
  }

  private static Map<String, String> render() {
    var views = new Views();
    var pages = new LinkedHashMap<String, String>();
    signIn(views, pages);
    register(views, pages);
    consent(views, pages);
    pages.put("home-signed-out", views.home(new HomePage(frame(), null)));
    pages.put("home-signed-in", views.home(new HomePage(frame(), ADA)));
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      var frame = new Frame(frame().words(), frame().formToken(), theme);
      pages.put("home-" + theme.value(), views.home(new HomePage(frame, ADA)));
    }
    problem(views, pages);
    pages.putAll(SecurityVariants.rendered(views));
    pages.putAll(BotVariants.rendered(views));
    pages.putAll(DeviceVariants.rendered(views));
    pages.putAll(MailVariants.rendered(views));
    pages.putAll(SettingsVariants.rendered(views));
    pages.putAll(ApplicationVariants.rendered(views));
    return pages;
  }

  private static void signIn(Views views, Map<String, String> pages) {
    pages.put(
        "sign-in", views.signIn(new SignInPage(frame(), "/", null, null, "", null, QUESTION)));
    pages.put(
        "sign-in-for-app",
        views.signIn(
            new SignInPage(frame(), AUTHORIZE, "Midnight Radio", null, "", null, QUESTION)));
    pages.put(
        "sign-in-refused",
        views.signIn(
            new SignInPage(
                frame(),
                AUTHORIZE,
                "Midnight Radio",
                null,
                "ada@example.org",
                frame().words().say("sign_in.wrong"),
                QUESTION)));
    pages.put(
        "sign-in-hostile",
        views.signIn(new SignInPage(frame(), HOSTILE, HOSTILE, null, HOSTILE, HOSTILE, HOSTILE)));
    stronger(views, pages);
  }

  private static void stronger(Views views, Map<String, String> pages) {
    pages.put(
        "sign-in-again",
        views.signIn(
            new SignInPage(
                frame(), AUTHORIZE, "Midnight Radio", ADA, "ada@example.org", null, QUESTION)));
    pages.put(
        "sign-in-again-hostile",
        views.signIn(
            new SignInPage(
                frame(), HOSTILE, null, new Person(HOSTILE, HOSTILE), HOSTILE, HOSTILE, HOSTILE)));
    pages.put(
        "stronger",
        views.stronger(new StrongerPage(frame(), "Midnight Radio", ADA, true, DECISION)));
    pages.put(
        "stronger-unclaimed",
        views.stronger(new StrongerPage(frame(), "Midnight Radio", ADA, false, DECISION)));
    pages.put(
        "stronger-hostile",
        views.stronger(
            new StrongerPage(frame(), HOSTILE, new Person(HOSTILE, HOSTILE), true, DECISION)));
  }

  private static void register(Views views, Map<String, String> pages) {
    var nothing = new Entered("", "", "", "");
    pages.put("register", views.register(new RegisterPage(frame(), "/", null, nothing, Map.of())));
    pages.put(
        "register-refused",
        views.register(
            new RegisterPage(
                frame(),
                AUTHORIZE,
                "Midnight Radio",
                new Entered("ada@", "Ada", "ada!", "2020-12-10"),
                Map.of(
                    "email",
                    "Write an e-mail address such as name@example.org.",
                    "password",
                    "A password has 8 to 256 characters.",
                    "username",
                    "A username has 1 to 32 letters a-z, digits and underscores.",
                    "date_of_birth",
                    "You must be at least 13 years old.",
                    "consent",
                    "Agree to the terms to register."))));
    pages.put(
        "register-busy",
        views.register(
            new RegisterPage(
                frame(),
                "/",
                null,
                new Entered("ada@example.org", "Ada", "", "1990-12-10"),
                Map.of("", frame().words().say("sign_in.busy")))));
    pages.put(
        "register-hostile",
        views.register(
            new RegisterPage(
                frame(),
                HOSTILE,
                HOSTILE,
                new Entered(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                Map.of("email", HOSTILE, "", HOSTILE, "unheard_of", HOSTILE))));
  }

  private static void consent(Views views, Map<String, String> pages) {
    var radio = new Asker("Midnight Radio", "March 3, 2026");
    pages.put(
        "consent",
        views.consent(
            consent(radio, ADA, List.of(Scope.IDENTIFY, Scope.EMAIL, Scope.GUILDS), List.of())));
    pages.put(
        "consent-more",
        views.consent(
            consent(
                radio,
                ADA,
                List.of(Scope.CONNECTIONS, Scope.MESSAGES_READ),
                List.of(Scope.IDENTIFY, Scope.GUILDS))));
    pages.put(
        "consent-with-pictures",
        views.consent(
            consent(
                new Asker(
                    "Midnight Radio",
                    "March 3, 2026",
                    PICTURE,
                    "Plays what your friends hear at night.\n\nQuietly, and without advertisements.",
                    SettingsVariants.LINKS),
                new Person("Ada Lovelace", "ada#0001", PICTURE),
                List.of(Scope.IDENTIFY),
                List.of())));
    for (Trust trust : List.of(Trust.VERIFIED, Trust.DOUBTFUL)) {
      var known =
          new Asker(
              "Midnight Radio", "March 3, 2026", null, null, SettingsVariants.LINKS, trust, null);
      pages.put(
          "consent-" + trust.name().toLowerCase(Locale.ROOT),
          views.consent(consent(known, ADA, List.of(Scope.IDENTIFY), List.of())));
    }
    pages.put(
        "consent-one", views.consent(consent(radio, ADA, List.of(Scope.IDENTIFY), List.of())));
    pages.put(
        "consent-everything",
        views.consent(consent(radio, ADA, List.of(Scope.values()), List.of())));
    pages.put("consent-registered-itself", views.consent(newcomer(new Newcomer(null))));
    pages.put("consent-described", views.consent(newcomer(new Newcomer("radio.example"))));
    pages.put(
        "consent-optional",
        views.consent(
            new ConsentPage(
                frame(),
                radio,
                ADA,
                List.of(
                    new Asked(Scope.IDENTIFY, false),
                    new Asked(Scope.EMAIL, true),
                    new Asked(Scope.MESSAGES_READ, true)),
                List.of(new Asked(Scope.GUILDS, true)),
                new Destination("app.example"),
                DECISION)));
    pages.put(
        "consent-hostile",
        views.consent(
            consent(
                new Asker(
                    HOSTILE,
                    "March 3, 2026",
                    null,
                    HOSTILE,
                    SettingsVariants.LINKS,
                    Trust.DOUBTFUL,
                    new Newcomer(HOSTILE)),
                new Person(HOSTILE, HOSTILE),
                List.of(Scope.IDENTIFY, Scope.GUILDS_JOIN),
                List.of())));
    pages.put(
        "consent-right-to-left",
        views.consent(
            consent(
                new Asker("راديو منتصف الليل", "March 3, 2026"),
                new Person("עדה", "ada#0001"),
                List.of(Scope.IDENTIFY, Scope.GUILDS),
                List.of())));
  }

  private static ConsentPage newcomer(Newcomer newcomer) {
    var links = new AppLinks(Links.NONE);
    var radio =
        new Asker("Midnight Radio", "March 3, 2026", null, null, links, Trust.PLAIN, newcomer);
    return consent(radio, ADA, List.of(Scope.IDENTIFY), List.of());
  }

  private static ConsentPage consent(
      Asker asker, Person user, List<Scope> scopes, List<Scope> alreadyApproved) {
    var host = asker.name().startsWith("<") ? HOSTILE : "app.example:8081";
    var fresh = scopes.stream().map(scope -> new Asked(scope, false)).toList();
    var known = alreadyApproved.stream().map(scope -> new Asked(scope, false)).toList();
    return new ConsentPage(frame(), asker, user, fresh, known, new Destination(host), DECISION);
  }

  private static void problem(Views views, Map<String, String> pages) {
    for (String key : List.of("unregistered_redirect_uri", "unknown_client", "disabled_client")) {
      pages.put(
          "problem-" + key.replace('_', '-'),
          views.problem(
              new ProblemPage(
                  frame(),
                  frame().words().say("problem." + key + ".title"),
                  frame().words().say("problem." + key + ".message"),
                  frame().words().say("problem." + key + ".detail"))));
    }
    pages.put(
        "problem-not-found",
        views.problem(
            new ProblemPage(
                frame(),
                frame().words().say("problem.not_found.title"),
                frame().words().say("problem.not_found.message"),
                null)));
    pages.put(
        "problem-hostile", views.problem(new ProblemPage(frame(), HOSTILE, HOSTILE, HOSTILE)));
  }
}
