package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in.
 *
 * @param returnTo where to go on afterwards, a path of ours
 * @param known who is signed in already; null for nobody
 * @param application name of the app that wants a second factor of them; null where the account
 *     itself does
 * @param ticket shows that the first step was done
 * @param totp whether an authenticator app is set up; else only recovery codes can be typed
 * @param passkey what passkeys are asked, as JSON; empty when there are none
 * @param problem why the last attempt failed, a sentence; null at first
 */
public record SecondStepPage(
    Frame frame,
    String returnTo,
    @Nullable Person known,
    @Nullable String application,
    String ticket,
    boolean totp,
    String passkey,
    @Nullable String problem) {
  public SecondStepPage {
    application = application == null ? null : Shown.text(application);
  }

  /** The beginning once more, perhaps as somebody else. */
  public String signInLink() {
    return Link.to("/login", returnTo);
  }
}
