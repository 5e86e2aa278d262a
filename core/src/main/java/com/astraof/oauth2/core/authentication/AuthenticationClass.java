package com.astraof.oauth2.core.authentication;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How strong a sign-in was, from weak to strong, in the words of {@code acr} and {@code
 * acr_values}. Each one includes those before it.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#acrSemantics">OpenID Connect
 *     Core §5.5.1.1</a>
 */
public enum AuthenticationClass {
  /** Something that its owner knows. */
  PASSWORD("urn:astral:password"),
  /** Two factors: a password and a code, or a passkey. */
  SEVERAL_FACTORS("urn:astral:mfa");

  private final String wire;

  AuthenticationClass(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  public static Optional<AuthenticationClass> named(String wire) {
    return Arrays.stream(values()).filter(one -> one.wire.equals(wire)).findFirst();
  }

  /** As metadata has it, {@code acr_values_supported}. */
  public static List<String> wires() {
    return Arrays.stream(values()).map(AuthenticationClass::wire).toList();
  }
}
