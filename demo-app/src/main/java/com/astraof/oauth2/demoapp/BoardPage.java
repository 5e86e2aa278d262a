package com.astraof.oauth2.demoapp;

import com.astraof.oauth2.demoapp.AstralApi.Fetched;
import com.astraof.oauth2.demoapp.AstralApi.Fetched.Got;
import com.astraof.oauth2.demoapp.AstralApi.Fetched.Refused;
import com.astraof.oauth2.demoapp.AstralApi.Fetched.TokenEnded;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The page of somebody who is signed in: who they are, their guilds, and what the app holds. */
final class BoardPage {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String PAGE =
      """
      {}
      <div class="columns">
      <div>
      {}
      {}
      </div>
      {}
      </div>
      {}
      {}
      {}
      """;

  private static final String PROFILE =
      """
      <section>
      <div class="person">
      <span class="avatar" aria-hidden="true">{}</span>
      <div>
      <h1 id="profile-name">{}</h1>
      <p id="profile-tag">{}</p>
      </div>
      </div>
      <dl>
      <div><dt>E-mail</dt><dd id="profile-email">{}</dd></div>
      <div><dt>ID</dt><dd><code id="profile-id">{}</code></dd></div>
      </dl>
      </section>
      """;

  private static final String ACTIONS =
      """
      <section class="actions">
      <h2>Try it</h2>
      {}{}{}</section>
      """;

  private static final String ACTION =
      """
      <form method="post" action="/{}">
      <input type="hidden" name="csrf" value="{}">
      <button id="{}" type="submit" aria-describedby="{}-hint">{}</button>
      <span id="{}-hint">{}</span>
      </form>
      """;

  private static final String GUILDS =
      """
      <section class="board">
      <h2>Your guilds</h2>
      {}
      </section>
      """;

  private static final String GUILD =
      """
      <li class="guild"><strong>{}</strong>{} <code>{}</code></li>
      """;

  private static final String ACCOUNTS =
      """
      <section>
      <h2>Your linked accounts</h2>
      {}
      </section>
      """;
  private static final String ACCOUNT =
      """
      <li class="account"><strong>{}</strong> <span>on {}</span></li>
      """;
  private static final String TOKEN =
      """
      <section>
      <h2>What this app holds</h2>
      <dl class="wide">
      <div><dt>You allowed</dt><dd><code id="scope">{}</code></dd></div>
      <div><dt>Access token until</dt><dd><time id="expires" datetime="{}">{}</time></dd></div>
      <div><dt>Refresh token</dt><dd>{}</dd></div>
      </dl>
      <h3>Inside the access token</h3>
      <p>Only for show. To an app a token is an opaque string: its form can change without notice, so never read it,
      ask the API.</p>
      <pre id="claims" tabindex="0" role="region" aria-label="The access token's claims">{}</pre>
      </section>
      """;

  private BoardPage() {}

  static Reply of(
      Session session,
      Tokens tokens,
      Profile profile,
      Fetched<List<Guild>> guilds,
      Fetched<List<LinkedAccount>> accounts) {
    var content =
        Html.of(
            PAGE,
            Pages.notice(session.takeNotice()),
            profile(profile),
            actions(session.csrf()),
            Html.of(GUILDS, guilds(guilds)),
            Html.of(ACCOUNTS, accounts(accounts)),
            Pages.journal(session.journal().take()),
            token(tokens));
    return Reply.page(200, Pages.frame(profile.displayName() + " · " + DemoApp.NAME, content));
  }

  private static Html profile(Profile profile) {
    var name = profile.displayName();
    var initial =
        name.isEmpty() ? "?" : Character.toString(name.codePointAt(0)).toUpperCase(Locale.ROOT);
    return Html.of(PROFILE, initial, name, profile.tag(), email(profile), profile.id());
  }

  private static Html email(Profile profile) {
    if (profile.email() == null) {
      return new Html("not shown to this app");
    }
    return Html.of("{}{}", profile.email(), profile.verified() ? badge("verified") : Html.NONE);
  }

  private static Html actions(String csrf) {
    return Html.of(
        ACTIONS,
        action("check", csrf, "Call the API again", "Reads your profile and guilds once more."),
        action("refresh", csrf, "Refresh tokens", "Exchanges the refresh token for new tokens."),
        action("disconnect", csrf, "Disconnect", "Gives the access back, and forgets you."));
  }

  private static Html action(String id, String csrf, String label, String hint) {
    return Html.of(ACTION, id, csrf, id, id, label, id, hint);
  }

  private static Html guilds(Fetched<List<Guild>> fetched) {
    return switch (fetched) {
      case Got<List<Guild>>(var guilds) when guilds.isEmpty() ->
          new Html(
              "<p class=\"empty\">You are in no guild yet. Join one in Astral, then call the API again.</p>");
      case Got<List<Guild>>(var guilds) ->
          Html.of("<ul>\n{}</ul>", Html.join(guilds.stream().map(BoardPage::guild).toList()));
      case Refused<List<Guild>>(var why) -> Html.of("<p class=\"empty\">{}</p>", why);
      case TokenEnded<List<Guild>>() ->
          new Html("<p class=\"empty\">Astral no longer takes the access token.</p>");
    };
  }

  private static Html guild(Guild guild) {
    return Html.of(GUILD, guild.name(), guild.owner() ? badge("owner") : Html.NONE, guild.id());
  }

  private static Html accounts(Fetched<List<LinkedAccount>> fetched) {
    return switch (fetched) {
      case Got<List<LinkedAccount>>(var accounts) when accounts.isEmpty() ->
          new Html("<p>None yet. Link one in Astral's settings, then call the API again.</p>");
      case Got<List<LinkedAccount>>(var accounts) ->
          Html.of(
              "<ul class=\"accounts\">\n{}</ul>",
              Html.join(
                  accounts.stream()
                      .map(account -> Html.of(ACCOUNT, account.name(), account.type()))
                      .toList()));
      case Refused<List<LinkedAccount>>(var why) -> Html.of("<p>{}</p>", why);
      case TokenEnded<List<LinkedAccount>>() ->
          new Html("<p>Astral no longer takes the access token.</p>");
    };
  }

  private static Html badge(String text) {
    return Html.of(" <span class=\"badge\">{}</span>", text);
  }

  private static Html token(Tokens tokens) {
    Instant until = tokens.expiresAt();
    var refresh = tokens.refresh() == null ? "none" : "kept on this app's server, never shown";
    return Html.of(TOKEN, tokens.scope(), until, WHEN.format(until), refresh, claims(tokens));
  }

  private static String claims(Tokens tokens) {
    try {
      var payload = JWSObject.parse(tokens.access().getValue()).getPayload().toJSONObject();
      return payload == null ? "Not JSON." : Json.pretty(payload);
    } catch (ParseException e) {
      return "This token cannot be looked into.";
    }
  }
}
