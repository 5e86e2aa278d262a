package com.astraof.oauth2.server.view;

/**
 * An app wants a sign-in for which the account has no means yet.
 *
 * @param application its name
 * @param claimed whether the account has a password, so that a second factor can come to it
 * @param decision what saying no sends along, and where to go on
 */
public record StrongerPage(
    Frame frame, String application, Person user, boolean claimed, Decision decision) {
  public StrongerPage {
    application = Shown.text(application);
  }

  /** Where it is set up. */
  public String settings() {
    return claimed ? "/settings/security" : "/settings/account";
  }
}
