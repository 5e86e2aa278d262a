package com.astraof.oauth2.core.authentication;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What someone proved at a sign-in, in the words of the claim {@code amr}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8176#section-2">RFC 8176 §2</a>
 */
public enum SignInMethod {
  PASSWORD("pwd"),
  /** Of an authenticator app, or for recovery. */
  CODE("otp"),
  /** A passkey that never leaves its device. */
  HARDWARE_KEY("hwk"),
  /** A passkey that its owner's devices share. */
  SOFTWARE_KEY("swk"),
  /** Someone was there and showed it to the passkey. */
  PRESENCE("user"),
  SEVERAL_FACTORS("mfa");

  public static final Set<SignInMethod> BY_PASSWORD = Set.of(PASSWORD);
  public static final Set<SignInMethod> BY_CODE = Set.of(PASSWORD, CODE, SEVERAL_FACTORS);

  private final String wire;

  SignInMethod(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  /**
   * A passkey is two factors: the key, and what opens it.
   *
   * @param shared whether the owner's devices share it
   */
  public static Set<SignInMethod> byPasskey(boolean shared) {
    return Set.of(shared ? SOFTWARE_KEY : HARDWARE_KEY, PRESENCE, SEVERAL_FACTORS);
  }

  /** The same after the password. */
  public static Set<SignInMethod> byPasswordAndPasskey(boolean shared) {
    var methods = EnumSet.of(PASSWORD);
    methods.addAll(byPasskey(shared));
    return methods;
  }

  /** In their order, with spaces between. */
  public static String text(Collection<SignInMethod> methods) {
    return methods.stream().sorted().map(SignInMethod::wire).collect(Collectors.joining(" "));
  }

  /** Reads {@link #text} back. */
  public static Set<SignInMethod> read(String text) {
    List<String> names = List.of(text.split(" ", -1));
    return Arrays.stream(values())
        .filter(method -> names.contains(method.wire))
        .collect(Collectors.toUnmodifiableSet());
  }
}
