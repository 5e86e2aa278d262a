package com.astraof.oauth2.server.view;

/**
 * Asks who is there before a page that takes its time.
 *
 * @param to names that page
 */
public record ConfirmPage(SettingsFrame settings, Sudo sudo, String to) {
  /** Its form, as {@link Sudo} names it. */
  public static final String FORM = "confirm";
}
