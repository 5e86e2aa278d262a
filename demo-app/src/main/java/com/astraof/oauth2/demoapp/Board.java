package com.astraof.oauth2.demoapp;

import com.astraof.oauth2.demoapp.Astral.Refusal;
import com.astraof.oauth2.demoapp.Astral.TokenOutcome;
import com.astraof.oauth2.demoapp.Astral.TokenOutcome.Granted;
import com.astraof.oauth2.demoapp.AstralApi.Fetched;
import com.astraof.oauth2.demoapp.AstralApi.Fetched.Got;
import com.astraof.oauth2.demoapp.AstralApi.Fetched.Refused;
import com.astraof.oauth2.demoapp.AstralApi.Fetched.TokenEnded;
import java.util.List;
import java.util.function.BiFunction;

/** The first page, signed out or signed in, and the buttons on it. */
final class Board {
  private static final String ACCESS_ENDED = "Astral ended this app's access. Sign in again.";

  private final Sessions sessions;
  private final Astral astral;
  private final AstralApi api;

  Board(Sessions sessions, Astral astral, AstralApi api) {
    this.sessions = sessions;
    this.astral = astral;
    this.api = api;
  }

  Reply show(Visit visit) {
    var session = sessions.find(visit.sessionId()).orElse(null);
    if (session == null) {
      return Pages.signedOut(null, List.of());
    }
    return session.alone(
        () -> session.tokens() == null ? signedOut(session) : signedIn(session, session.tokens()));
  }

  Reply check(Visit visit) {
    return press(
        visit,
        (session, tokens) -> {
          session.notice("The API was called again: this is what Astral says now.");
          return Reply.goHome();
        });
  }

  Reply refresh(Visit visit) {
    return press(
        visit,
        (session, tokens) -> {
          session.notice(
              switch (renew(session, tokens)) {
                case Granted(var fresh) -> renewed(tokens, fresh);
                case Refusal refusal -> refused(session, refusal);
              });
          return Reply.goHome();
        });
  }

  Reply disconnect(Visit visit) {
    return press(
        visit,
        (session, tokens) -> {
          var refusal = astral.revoke(tokens, session.journal()).orElse(null);
          if (refusal != null) {
            session.notice("Astral did not take the access back: " + words(refusal));
            return Reply.goHome();
          }
          var signedOut = sessions.replace(session);
          signedOut.notice("Disconnected: Astral ended this app's access.");
          return Reply.goHome().withSession(signedOut);
        });
  }

  /** A button of the signed-in page: only for who has that page, and only from that page. */
  private Reply press(Visit visit, BiFunction<Session, Tokens, Reply> work) {
    var session = sessions.find(visit.sessionId()).orElse(null);
    if (session == null) {
      return Reply.goHome();
    }
    return session.alone(
        () -> {
          var tokens = session.tokens();
          if (tokens == null) {
            return Reply.goHome();
          }
          if (!session.sent(visit)) {
            return Pages.problem(
                403,
                "That button was out of date",
                "Go back to the first page and press it there.");
          }
          session.journal().clear();
          return work.apply(session, tokens);
        });
  }

  private Reply signedIn(Session session, Tokens tokens) {
    var profile = api.profile(tokens, session.journal());
    if (profile instanceof TokenEnded) {
      return renew(session, tokens) instanceof Granted(var fresh)
          ? lastTry(session, fresh)
          : ended(session);
    }
    return render(session, tokens, profile);
  }

  /** With tokens this fresh, another 401 means that the access has ended. */
  private Reply lastTry(Session session, Tokens fresh) {
    return render(session, fresh, api.profile(fresh, session.journal()));
  }

  private Reply render(Session session, Tokens tokens, Fetched<Profile> fetched) {
    return switch (fetched) {
      case TokenEnded<Profile>() -> ended(session);
      case Refused<Profile>(var why) ->
          Pages.problem(502, "Astral would not show your profile", why);
      case Got<Profile>(var profile) ->
          BoardPage.of(
              session, tokens, profile, guilds(session, tokens), accounts(session, tokens));
    };
  }

  private Fetched<List<Guild>> guilds(Session session, Tokens tokens) {
    if (!tokens.allow("guilds")) {
      return new Refused<>("You did not let " + DemoApp.NAME + " see your guilds.");
    }
    return api.guilds(tokens, session.journal());
  }

  private Fetched<List<LinkedAccount>> accounts(Session session, Tokens tokens) {
    if (!tokens.allow(Astral.OPTIONAL_SCOPE)) {
      return new Refused<>("You did not let " + DemoApp.NAME + " see your linked accounts.");
    }
    return api.linkedAccounts(tokens, session.journal());
  }

  private TokenOutcome renew(Session session, Tokens tokens) {
    if (tokens.refresh() == null) {
      return new Refusal("invalid_grant", "Astral gave this app no refresh token.");
    }
    var outcome = astral.refresh(tokens, tokens.refresh(), session.journal());
    if (outcome instanceof Granted(var fresh)) {
      session.keep(fresh);
    }
    return outcome;
  }

  private static String renewed(Tokens old, Tokens fresh) {
    return fresh.refresh() == null || fresh.refresh().equals(old.refresh())
        ? "Astral issued a new access token. The refresh token stays the same."
        : "Astral issued a new access token and a new refresh token. The old refresh token is spent.";
  }

  /** Only invalid_grant says that the refresh token is worth nothing any more: RFC 6749 §5.2. */
  private static String refused(Session session, Refusal refusal) {
    if (refusal.error().equals("invalid_grant")) {
      session.forgetTokens();
      return ACCESS_ENDED;
    }
    return "Astral issued no new tokens: " + words(refusal);
  }

  private static String words(Refusal refusal) {
    return refusal.description() == null
        ? refusal.error()
        : refusal.error() + ". " + refusal.description();
  }

  private static Reply ended(Session session) {
    session.forgetTokens();
    session.notice(ACCESS_ENDED);
    return signedOut(session);
  }

  private static Reply signedOut(Session session) {
    return Pages.signedOut(session.takeNotice(), session.journal().take());
  }
}
