package com.astraof.oauth2.server.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/security}: what is proved beside the password.
 *
 * @param totp whether an authenticator app is set up
 * @param recoveryCodes how many are left
 * @param claimed whether there is a password at all
 */
public record SecurityPage(
    SettingsFrame settings,
    Sudo sudo,
    boolean totp,
    List<Item> passkeys,
    int recoveryCodes,
    boolean claimed) {
  /** The forms that ask who is there, as {@link Sudo} names them. */
  public static final String APP_FORM = "app";

  public static final String CODES_FORM = "codes";

  /** So few that new ones should be made. */
  private static final int FEW = 3;

  public SecurityPage {
    passkeys = List.copyOf(passkeys);
  }

  public boolean on() {
    return totp || !passkeys.isEmpty();
  }

  public boolean fewCodes() {
    return recoveryCodes <= FEW;
  }

  /**
   * A passkey.
   *
   * @param id names it in forms
   * @param lastUsed null when it never was
   */
  public record Item(String id, String name, Instant since, @Nullable Instant lastUsed) {
    public Item {
      name = Shown.text(name);
    }

    /** The form that removes it, as {@link Sudo} names it. */
    public String form() {
      return form(id);
    }

    public static String form(String id) {
      return "passkey-" + id;
    }
  }
}
