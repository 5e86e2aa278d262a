package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * Whether a sensitive form asks who is there. It does so in place, for the password in the field
 * {@code sudo_password}, or where there is a second factor for a code in {@code sudo_code} or a
 * passkey in {@code sudo_passkey}; and no longer once it was answered a moment ago.
 *
 * @param form the form that was refused; empty when none was
 * @param problem why it was refused, a sentence; null when none was
 * @param passkey what passkeys are asked, as JSON; empty when there are none
 */
public record Sudo(Asks asks, String form, @Nullable String problem, String passkey) {
  /** It was answered a moment ago. */
  public static Sudo given() {
    return new Sudo(Asks.NOTHING, "", null, "");
  }

  /** Every sensitive form asks for the password. */
  public static Sudo asked() {
    return new Sudo(Asks.PASSWORD, "", null, "");
  }

  /**
   * Every sensitive form asks for a second factor.
   *
   * @param totp whether there is an authenticator app
   */
  public static Sudo askedForFactor(boolean totp, String passkey) {
    return new Sudo(totp ? Asks.CODE : Asks.RECOVERY_CODE, "", null, passkey);
  }

  /** Every sensitive form asks for the password, and one was sent without the right answer. */
  public static Sudo refused(String form, String problem) {
    return asked().refusedAt(form, problem);
  }

  /** The same, and one form was sent without the right answer. */
  public Sudo refusedAt(String form, String problem) {
    return new Sudo(asks, form, problem, passkey);
  }

  /** What is wrong with the answer in one form; null when nothing is. */
  public @Nullable String problemOf(String form) {
    return this.form.equals(form) ? problem : null;
  }

  public boolean needed() {
    return asks != Asks.NOTHING;
  }

  public boolean asksPassword() {
    return asks == Asks.PASSWORD;
  }

  public boolean asksFactor() {
    return needed() && !asksPassword();
  }

  public boolean hasApp() {
    return asks == Asks.CODE;
  }

  /** What it asks for. */
  public enum Asks {
    NOTHING,
    PASSWORD,
    /** Of the authenticator app, or for recovery. */
    CODE,
    RECOVERY_CODE
  }
}
