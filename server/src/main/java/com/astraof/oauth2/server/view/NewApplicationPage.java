package com.astraof.oauth2.server.view;

/**
 * {@code /settings/applications/new}.
 *
 * @param problems of the fields {@code name}, {@code redirect_uris}
 */
public record NewApplicationPage(SettingsFrame settings, Entered entered, Problems problems) {
  /**
   * As typed before.
   *
   * @param redirectUris one a line
   */
  public record Entered(String name, String redirectUris, boolean isConfidential) {
    /** Nothing typed yet. */
    public static Entered nothing() {
      return new Entered("", "", true);
    }
  }
}
