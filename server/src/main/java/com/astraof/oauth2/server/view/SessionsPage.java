package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.audit.Place;
import java.time.Instant;
import java.util.List;

/** {@code /settings/sessions}: where someone is signed in. */
public record SessionsPage(SettingsFrame settings, List<Item> sessions) {
  public SessionsPage {
    sessions = List.copyOf(sessions);
  }

  /** Whether there is any but the one that looks. */
  public boolean others() {
    return sessions.stream().anyMatch(session -> !session.current());
  }

  /**
   * One session.
   *
   * @param id names it in forms
   * @param from where it was opened
   * @param current whether it is the one that looks
   */
  public record Item(String id, Place from, Instant since, Instant lastUsed, boolean current) {}
}
