package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * Whether a sensitive form asks for the password again. It does so in place, in the field {@code
 * sudo_password}, and no longer once the password was given a moment ago.
 *
 * @param needed whether it asks
 * @param form the form that was refused; empty when none was
 * @param problem why it was refused, a sentence; null when none was
 */
public record Sudo(boolean needed, String form, @Nullable String problem) {
  /** The password was given a moment ago. */
  public static Sudo given() {
    return new Sudo(false, "", null);
  }

  /** Every sensitive form asks. */
  public static Sudo asked() {
    return new Sudo(true, "", null);
  }

  /** Every sensitive form asks, and one was sent without the right answer. */
  public static Sudo refused(String form, String problem) {
    return new Sudo(true, form, problem);
  }

  /** What is wrong with the password in one form; null when nothing is. */
  public @Nullable String problemOf(String form) {
    return this.form.equals(form) ? problem : null;
  }
}
