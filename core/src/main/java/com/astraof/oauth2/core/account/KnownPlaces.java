package com.astraof.oauth2.core.account;

import java.time.Instant;

/** Where the owners of accounts are known to be: at the addresses that they are signed in from. */
public final class KnownPlaces {
  private final UserStore users;
  private final Sessions sessions;

  public KnownPlaces(UserStore users, Sessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  /**
   * @param email of the account; may be nobody's
   * @param address a network address, as text
   */
  public boolean include(String email, String address, Instant now) {
    return users
        .findLogin(email)
        .map(login -> sessions.of(login.user().id(), now))
        .filter(
            open -> open.stream().anyMatch(session -> session.place().address().equals(address)))
        .isPresent();
  }
}
