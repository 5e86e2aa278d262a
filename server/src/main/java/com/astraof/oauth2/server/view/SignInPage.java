package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /login}.
 *
 * @param returnTo where to go on afterwards, a path of ours
 * @param application name of the app that sent the user; null when none did
 * @param known who is signed in already, and is to show that it is them; null for nobody
 * @param email as typed before, or of whom we know; empty at first
 * @param problem why the last attempt failed, a sentence; null at first
 * @param passkey what passkeys are asked, as JSON
 */
public record SignInPage(
    Frame frame,
    String returnTo,
    @Nullable String application,
    @Nullable Person known,
    String email,
    @Nullable String problem,
    String passkey) {
  public SignInPage {
    application = application == null ? null : Shown.text(application);
  }

  /** For whoever has no account yet. */
  public String registerLink() {
    return Link.to("/register", returnTo);
  }
}
