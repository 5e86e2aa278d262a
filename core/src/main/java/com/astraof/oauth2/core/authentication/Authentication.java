package com.astraof.oauth2.core.authentication;

import java.time.Instant;
import java.util.Set;

/**
 * A sign-in: it travels from the session to the code, the grant and the tokens.
 *
 * @param at when its user last proved who they are: {@code auth_time}
 * @param methods what was proved: {@code amr}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2.1">RFC 9068 §2.2.1</a>
 */
public record Authentication(Instant at, Set<SignInMethod> methods) {
  public Authentication {
    methods = Set.copyOf(methods);
  }

  /** How strong it was: {@code acr}. */
  public AuthenticationClass acr() {
    return methods.contains(SignInMethod.SEVERAL_FACTORS)
        ? AuthenticationClass.SEVERAL_FACTORS
        : AuthenticationClass.PASSWORD;
  }

  /** Whether it was at least so strong. */
  public boolean meets(AuthenticationClass wanted) {
    return acr().compareTo(wanted) >= 0;
  }
}
