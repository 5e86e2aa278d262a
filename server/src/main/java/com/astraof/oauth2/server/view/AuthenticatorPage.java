package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/security/authenticator}: a new secret for an app.
 *
 * @param ticket carries the secret through the form
 * @param secret as it is typed into an app
 * @param address as an app on this very device takes it
 * @param problem what is wrong with the code, a sentence; null when nothing is
 */
public record AuthenticatorPage(
    SettingsFrame settings,
    String ticket,
    String secret,
    String address,
    @Nullable String problem) {
  /** The secret in groups, for reading. */
  public String grouped() {
    return secret.replaceAll("(.{4})(?=.)", "$1 ");
  }

  public QrImage picture() {
    return QrImage.of(address);
  }
}
