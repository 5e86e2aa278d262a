package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the user was signed in who let the app in, as an access token says it. A refresh says the
 * same again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2.1">RFC 9068 §2.2.1</a>
 */
final class SignInClaims {
  private static final String TIME = "auth_time";
  private static final String CLASS = "acr";
  private static final String METHODS = "amr";

  private SignInClaims() {}

  static void put(@Nullable Authentication signIn, JWTClaimsSet.Builder claims) {
    if (signIn == null) {
      return;
    }
    claims
        .claim(TIME, signIn.at().getEpochSecond())
        .claim(CLASS, signIn.acr().wire())
        .claim(METHODS, signIn.methods().stream().sorted().map(SignInMethod::wire).toList());
  }

  /** Null where nothing is said of it. */
  static @Nullable Authentication read(JWTClaimsSet claims) throws ParseException {
    Long time = claims.getLongClaim(TIME);
    List<String> methods = claims.getStringListClaim(METHODS);
    return time == null || methods == null
        ? null
        : new Authentication(
            Instant.ofEpochSecond(time), SignInMethod.read(String.join(" ", methods)));
  }
}
