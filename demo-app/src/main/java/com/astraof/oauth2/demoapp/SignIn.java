package com.astraof.oauth2.demoapp;

import com.astraof.oauth2.demoapp.Astral.Refusal;
import com.astraof.oauth2.demoapp.Astral.Returned.BroughtCode;
import com.astraof.oauth2.demoapp.Astral.Returned.BroughtError;
import com.astraof.oauth2.demoapp.Astral.Returned.NotOurs;
import com.astraof.oauth2.demoapp.Astral.TokenOutcome.Granted;
import com.astraof.oauth2.demoapp.Journal.Step;
import com.astraof.oauth2.demoapp.Session.SignInUnderWay;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

/**
 * Signing in: off to Astral, and back with a code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749 §4.1</a>
 */
final class SignIn {
  private final Sessions sessions;
  private final Astral astral;

  SignIn(Sessions sessions, Astral astral) {
    this.sessions = sessions;
    this.astral = astral;
  }

  /** Sends the browser to Astral. State and verifier stay here, in the session. */
  Reply begin(Visit visit) {
    var session = sessions.find(visit.sessionId()).orElseGet(sessions::open);
    return session.alone(
        () -> {
          var signIn = new SignInUnderWay(new State(), new CodeVerifier());
          session.journal().clear();
          var address = astral.signInAddress(signIn, session.journal());
          session.begin(signIn);
          session
              .journal()
              .add(new Step("Ask you, on Astral's page", "GET", address.getPath(), "browser"));
          return Reply.goTo(address).withSession(session);
        });
  }

  /**
   * Takes the browser back from Astral. An answer is taken once; one that is not ours leaves the
   * sign-in open.
   */
  Reply finish(Visit visit) {
    var session = sessions.find(visit.sessionId()).orElse(null);
    if (session == null) {
      return notOurs("This browser has no sign-in under way here.");
    }
    return session.alone(() -> finish(visit, session));
  }

  private Reply finish(Visit visit, Session session) {
    var signIn = session.signIn();
    if (signIn == null) {
      return notOurs("This browser has no sign-in under way here.");
    }
    return switch (astral.read(visit.query(), signIn, session.journal())) {
      case NotOurs(var why) -> notOurs(why);
      case BroughtError(var refusal) -> {
        session.endSignIn();
        session.journal().clear();
        yield refused(refusal);
      }
      case BroughtCode(var code) -> {
        session.endSignIn();
        yield exchange(code, signIn, session);
      }
    };
  }

  private Reply exchange(AuthorizationCode code, SignInUnderWay signIn, Session session) {
    session.journal().add(new Step("Come back with a code", "GET", "/callback", "browser"));
    return switch (astral.exchange(code, signIn, session.journal())) {
      case Refusal refusal -> refused(refusal);
      case Granted(var tokens) -> {
        var signedIn = sessions.replace(session);
        signedIn.keep(tokens);
        signedIn.notice("You are signed in with Astral.");
        yield Reply.goHome().withSession(signedIn);
      }
    };
  }

  private static Reply refused(Refusal refusal) {
    return refusal.error().equals("access_denied") ? Pages.denied() : Pages.oauthError(refusal);
  }

  private static Reply notOurs(String why) {
    return Pages.problem(
        400,
        "This answer was not used",
        why + " To be safe, " + DemoApp.NAME + " took nothing from it.");
  }
}
