package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.application.Demands;
import com.astraof.oauth2.core.application.Oversight.Disabling;
import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.Insights;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.core.insight.Tally;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.Credentials;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.RedirectUris;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.SecretItem;
import com.astraof.oauth2.server.view.ApplicationsPage.Item;
import com.astraof.oauth2.server.view.ApplicationsPage.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages for developers, in every state that looks different, by name. */
final class ApplicationVariants {
  private static final Instant NOW = Instant.parse("2026-03-03T16:05:00Z");
  private static final String ID = "1478310912143360";
  private static final String OTHER_ID = "1478310999999999";
  private static final String WRONG = "This is not your password.";
  private static final String CALLBACK = "https://radio.example/callback";
  private static final List<String> CALLBACKS = List.of(CALLBACK, "http://localhost:8081/callback");
  private static final FreshSecret FRESH =
      new FreshSecret(new Secret("J7xT0p2bQd5mWc9Rk3Zs8YhVn4Lg6Fa1EuXiOjPrStU"));
  private static final FreshSecret TOKEN =
      new FreshSecret(new Secret(ID + ".J7xT0p2bQd5mWc9Rk3Zs8YhVn4Lg6Fa1EuXiOjPrStU"));
  private static final List<SecretItem> ONE = List.of(new SecretItem("first", NOW, "PrSt"));
  private static final List<SecretItem> TWO =
      List.of(new SecretItem("first", NOW, "PrSt"), new SecretItem("second", NOW, "a-_9"));

  private ApplicationVariants() {}

  static Map<String, String> rendered(Views views) {
    var pages = new LinkedHashMap<String, String>();
    list(views, pages);
    create(views, pages);
    general(views, pages);
    oauth2(views, pages);
    keys(views, pages);
    bot(views, pages);
    insights(views, pages);
    danger(views, pages);
    return pages;
  }

  private static void list(Views views, Map<String, String> pages) {
    var radio = new Item(ID, "Midnight Radio", Variants.PICTURE, NOW, true, true);
    var player = new Item(OTHER_ID, "Pocket Player", null, NOW, false, false);
    var offer = new Offer("1478310912140000", "Star Chart", null, "grace#0042");
    var second = new Offer("1478310912150000", "Tide Table", null, "grace#0042");
    pages.put(
        "applications",
        views.applications(
            new ApplicationsPage(settings(), Sudo.asked(), List.of(radio, player), List.of())));
    pages.put(
        "applications-empty",
        views.applications(new ApplicationsPage(settings(), Sudo.given(), List.of(), List.of())));
    pages.put(
        "applications-offers",
        views.applications(
            new ApplicationsPage(
                settings(),
                Sudo.refused(Offer.form(offer.id()), WRONG),
                List.of(radio),
                List.of(offer, second))));
    var hostile = new Item(ID, Variants.HOSTILE, null, NOW, false, false);
    var hostileOffer = new Offer(OTHER_ID, Variants.HOSTILE, null, Variants.HOSTILE);
    pages.put(
        "applications-hostile",
        views.applications(
            new ApplicationsPage(
                settings(), Sudo.asked(), List.of(hostile), List.of(hostileOffer))));
  }

  private static void create(Views views, Map<String, String> pages) {
    pages.put(
        "application-new",
        views.newApplication(
            new NewApplicationPage(
                settings(), NewApplicationPage.Entered.nothing(), Problems.NONE)));
    pages.put(
        "application-new-refused",
        views.newApplication(
            new NewApplicationPage(
                settings(),
                new NewApplicationPage.Entered(
                    "", "https://radio.example/callback\nhttp://radio.example", false),
                problems(
                    "name",
                    "A name has 1 to 100 characters.",
                    "redirect_uris",
                    "http://radio.example: Plain http is only for localhost; use https for other"
                        + " hosts."))));
    pages.put(
        "application-created",
        views.applicationCreated(
            new ApplicationCreatedPage(settings(), ID, "Midnight Radio", FRESH, TOKEN)));
    pages.put(
        "application-created-public",
        views.applicationCreated(
            new ApplicationCreatedPage(settings(), ID, Variants.HOSTILE, null, TOKEN)));
  }

  private static void general(Views views, Map<String, String> pages) {
    var filled =
        new ApplicationGeneralPage.Entered(
            "Midnight Radio",
            "Plays what your guild wants to hear, all night long.",
            "https://radio.example",
            "https://radio.example/terms",
            "https://radio.example/privacy");
    pages.put(
        "application-general",
        views.applicationGeneral(
            new ApplicationGeneralPage(
                application(Tab.GENERAL, Notice.done("brand")), NOW, filled, Problems.NONE)));
    pages.put(
        "application-general-refused",
        views.applicationGeneral(
            new ApplicationGeneralPage(
                new ApplicationFrame(settings(), Tab.GENERAL, ID, "Midnight Radio", null),
                NOW,
                new ApplicationGeneralPage.Entered("", "", "radio.example", "", ""),
                problems(
                    "name",
                    "A name has 1 to 100 characters.",
                    "website",
                    "Write the whole address, beginning with https://.",
                    "icon",
                    "This is no picture that we can read. Choose a PNG, JPEG, WebP or GIF."))));
    pages.put(
        "application-general-hostile",
        views.applicationGeneral(
            new ApplicationGeneralPage(
                new ApplicationFrame(settings(), Tab.GENERAL, ID, Variants.HOSTILE, null),
                NOW,
                new ApplicationGeneralPage.Entered(
                    Variants.HOSTILE,
                    Variants.HOSTILE,
                    Variants.HOSTILE,
                    Variants.HOSTILE,
                    Variants.HOSTILE),
                problems("description", Variants.HOSTILE))));
  }

  private static void oauth2(Views views, Map<String, String> pages) {
    var url = url(Scopes.of(Scope.IDENTIFY, Scope.GUILDS), CALLBACK);
    var uris = new RedirectUris(CALLBACKS);
    pages.put(
        "application-oauth2",
        oauth2(
            views,
            Sudo.asked(),
            uris,
            new Credentials(true, TWO, KeyPanel.empty(), null),
            null,
            url));
    pages.put(
        "application-oauth2-fresh",
        oauth2(
            views,
            Sudo.given(),
            uris,
            new Credentials(true, ONE, KeyPanel.empty(), null),
            FRESH,
            url));
    pages.put(
        "application-oauth2-bot",
        oauth2(
            views,
            Sudo.refused("reset-secret", WRONG),
            uris,
            new Credentials(true, ONE, KeyPanel.empty(), null),
            null,
            url(Scopes.of(Scope.BOT), null)));
    pages.put(
        "application-oauth2-refused",
        oauth2(
            views,
            Sudo.asked(),
            new RedirectUris(
                List.of(),
                "http://radio.example/callback",
                "Plain http is only for localhost; use https for other hosts."),
            new Credentials(
                true,
                List.of(),
                KeyPanel.empty(),
                "There are 2 secrets already: retire one first."),
            null,
            url(Scopes.NONE, null)));
    pages.put(
        "application-oauth2-public",
        oauth2(
            views,
            Sudo.asked(),
            uris,
            new Credentials(false, List.of(), KeyPanel.empty(), null),
            null,
            url(Scopes.of(Scope.EMAIL), null)));
  }

  private static String oauth2(
      Views views,
      Sudo sudo,
      RedirectUris uris,
      Credentials credentials,
      @Nullable FreshSecret fresh,
      AuthorizationUrl url) {
    return views.applicationOAuth2(oauth2(sudo, uris, credentials, fresh, url));
  }

  private static ApplicationOAuth2Page oauth2(
      Sudo sudo,
      RedirectUris uris,
      Credentials credentials,
      @Nullable FreshSecret fresh,
      AuthorizationUrl url) {
    var binding = new BindingPanel(Demands.NONE, credentials.isConfidential(), null);
    return new ApplicationOAuth2Page(
        application(Tab.OAUTH2, null), sudo, uris, credentials, binding, fresh, url);
  }

  private static void keys(Views views, Map<String, String> pages) {
    var url = url(Scopes.of(Scope.IDENTIFY), CALLBACK);
    var uris = new RedirectUris(CALLBACKS);
    var none = new KeyPanel.Entered("", "");
    var registered =
        new KeyPanel(
            List.of(
                new KeyPanel.Item("2026-03", "ES256"),
                new KeyPanel.Item(null, "PS256, RS256"),
                new KeyPanel.Item(Variants.HOSTILE, "EdDSA")),
            null,
            none,
            Problems.NONE);
    pages.put(
        "application-oauth2-keys",
        views.applicationOAuth2(
            oauth2(
                    Sudo.asked(),
                    uris,
                    new Credentials(true, List.of(), registered, null),
                    null,
                    url)
                .with(new BindingPanel(Demands.of(Demand.PKCE, Demand.FAPI), true, null))));
    String address = "https://radio.example/.well-known/jwks.json";
    var published =
        new KeyPanel(List.of(), address, new KeyPanel.Entered("", address), Problems.NONE);
    pages.put(
        "application-oauth2-keys-refused",
        views.applicationOAuth2(
            oauth2(
                    Sudo.given(),
                    uris,
                    new Credentials(
                        true,
                        ONE,
                        published.refused(
                            new KeyPanel.Entered("{}", "http://radio.example/keys"),
                            problems(
                                "jwks",
                                "This is not a JWK Set: write {\"keys\":[…]} with public keys.",
                                "jwks_uri",
                                "Write the whole address, beginning with https://.")),
                        null),
                    null,
                    url)
                .with(
                    new BindingPanel(
                        Demands.of(Demand.FAPI),
                        true,
                        "FAPI 2.0 accepts no secret: register keys first of all."))));
  }

  private static AuthorizationUrl url(Scopes scopes, @Nullable String redirectUri) {
    var permissions =
        new Permissions(Permission.SEND_MESSAGES.mask() | Permission.KICK_MEMBERS.mask());
    return new AuthorizationUrl("https://astral.example", ID, scopes, redirectUri, permissions);
  }

  private static void bot(Views views, Map<String, String> pages) {
    var bot = new Person("Midnight_Radio", "Midnight_Radio#0042", Variants.PICTURE);
    var entered = new ApplicationBotPage.Entered("Midnight_Radio", "Plays all night long.");
    var rules = new ApplicationBotPage.Rules(true, false);
    var frame = application(Tab.BOT, null);
    pages.put(
        "application-bot",
        views.applicationBot(
            new ApplicationBotPage(frame, Sudo.asked(), bot, entered, rules, null, Problems.NONE)));
    pages.put(
        "application-bot-fresh",
        views.applicationBot(
            new ApplicationBotPage(
                frame, Sudo.given(), bot, entered, rules, TOKEN, Problems.NONE)));
    pages.put(
        "application-bot-refused",
        views.applicationBot(
            new ApplicationBotPage(
                frame,
                Sudo.refused("reset-token", WRONG),
                new Person("Midnight_Radio", "Midnight_Radio#0042"),
                new ApplicationBotPage.Entered("midnight radio", ""),
                new ApplicationBotPage.Rules(false, true),
                null,
                problems(
                    "username", "A username has 1 to 32 letters a-z, digits and underscores."))));
  }

  private static void insights(Views views, Map<String, String> pages) {
    LocalDate first = LocalDate.of(2026, 2, 2);
    var days = new ArrayList<Insights.Day>();
    var none = new ArrayList<Insights.Day>();
    for (int i = 0; i < 30; i++) {
      var tally = new Tally(i * 7 % 11, 40 + i * 13 % 29 * 20, i % 9 == 4 ? i : 0);
      days.add(new Insights.Day(first.plusDays(i), tally));
      none.add(new Insights.Day(first.plusDays(i), Tally.NONE));
    }
    var refusals =
        List.of(
            refusal(
                Door.TOKEN,
                OAuthError.Code.INVALID_GRANT,
                Reason.counting(Cause.CODE_REPLAYED_SAME_ADDRESS, 3)),
            refusal(
                Door.AUTHORIZE,
                OAuthError.Code.INVALID_REQUEST,
                Reason.naming(
                    Cause.REDIRECT_SLASH,
                    "https://radio.example/callback/",
                    "https://radio.example/callback")),
            refusal(Door.TOKEN, OAuthError.Code.INVALID_CLIENT, Reason.at(Cause.SECRET_WRONG, NOW)),
            refusal(Door.AUTHORIZE, OAuthError.Code.ACCESS_DENIED, Reason.of(Cause.USER_REFUSED)),
            refusal(
                Door.AUTHORIZE,
                OAuthError.Code.INVALID_REQUEST,
                Reason.naming(Cause.REDIRECT_NONE, Variants.HOSTILE)));
    var frame = application(Tab.INSIGHTS, null);
    pages.put(
        "application-insights",
        views.applicationInsights(
            new ApplicationInsightsPage(frame, new Insights(12_345, days, refusals))));
    pages.put(
        "application-insights-empty",
        views.applicationInsights(
            new ApplicationInsightsPage(frame, new Insights(0, none, List.of()))));
    var disabled =
        new ApplicationFrame(
            settings(),
            Tab.INSIGHTS,
            ID,
            "Midnight Radio",
            null,
            new Disabling(NOW, Variants.HOSTILE));
    pages.put(
        "application-disabled",
        views.applicationInsights(
            new ApplicationInsightsPage(disabled, new Insights(3, none, List.of()))));
  }

  private static Refusal refusal(Door door, OAuthError.Code error, Reason reason) {
    return new Refusal(NOW, door, error, reason);
  }

  private static void danger(Views views, Map<String, String> pages) {
    var frame = application(Tab.DANGER, null);
    pages.put(
        "application-danger",
        views.applicationDanger(
            new ApplicationDangerPage(frame, Sudo.asked(), null, "", Problems.NONE)));
    pages.put(
        "application-danger-pending",
        views.applicationDanger(
            new ApplicationDangerPage(
                frame, Sudo.given(), new Person("Grace", "grace#0042"), "", Problems.NONE)));
    pages.put(
        "application-danger-refused",
        views.applicationDanger(
            new ApplicationDangerPage(
                frame,
                Sudo.refused("delete", WRONG),
                null,
                "nobody#0000",
                problems(
                    "user",
                    "There is no such user. Write the username with its number: name#0001.",
                    "confirm",
                    "Tick this first."))));
  }

  private static Problems problems(String... fieldsAndSentences) {
    var problems = new ArrayList<FieldProblem>();
    for (int i = 0; i < fieldsAndSentences.length; i += 2) {
      problems.add(new FieldProblem(fieldsAndSentences[i], fieldsAndSentences[i + 1]));
    }
    return new Problems(problems);
  }

  private static SettingsFrame settings() {
    return new SettingsFrame(Variants.frame(), Section.APPLICATIONS, Variants.ADA, null);
  }

  private static ApplicationFrame application(Tab tab, @Nullable Notice notice) {
    var settings = new SettingsFrame(Variants.frame(), Section.APPLICATIONS, Variants.ADA, notice);
    return new ApplicationFrame(settings, tab, ID, "Midnight Radio", Variants.PICTURE);
  }
}
