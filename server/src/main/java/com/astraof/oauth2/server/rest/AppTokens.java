package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.dpop.DpopProofs.Outcome;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.dpop.Possession;
import com.astraof.oauth2.server.http.Call;

/**
 * Access tokens in the Authorization header: those that anyone may bear under {@code Bearer}, those
 * that are bound to a key under {@code DPoP}, and never one for the other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-7">RFC 9449 §7</a>
 */
public final class AppTokens {
  private static final String BEARER = "Bearer ";
  private static final String DPOP = "DPoP ";

  private final Callers callers;
  private final Possession possession;

  public AppTokens(Callers callers, Possession possession) {
    this.callers = callers;
    this.possession = possession;
  }

  /** How long the scheme and its space are; 0 where the header has another one, or none. */
  static int schemeLength(String header) {
    if (header.startsWith(BEARER)) {
      return BEARER.length();
    }
    return isProved(header) ? DPOP.length() : 0;
  }

  static boolean isProved(String header) {
    return header.startsWith(DPOP);
  }

  Possession possession() {
    return possession;
  }

  Identity<Actor.App> identify(Call call, String header) {
    String token = header.substring(schemeLength(header));
    Actor.App app = callers.app(token, call.now()).orElse(null);
    if (app == null || isProved(header) != (app.token().key() != null)) {
      return new Identity.Unknown<>();
    }
    return isProved(header) ? proved(call, app, new Secret(token)) : new Identity.Known<>(app);
  }

  private Identity<Actor.App> proved(Call call, Actor.App app, Secret token) {
    var shown = possession.shownIn(call, token);
    if (shown.isEmpty()) {
      return new Identity.Unproven<>(
          OAuthError.of(Code.INVALID_DPOP_PROOF, "Send a proof of the key in the header DPoP."));
    }
    return switch (shown.get()) {
      case Outcome.Refused(var error) -> new Identity.Unproven<>(error);
      case Outcome.Proven(var key) when key.equals(app.token().key()) -> new Identity.Known<>(app);
      case Outcome.Proven _ -> new Identity.Unknown<>();
    };
  }
}
