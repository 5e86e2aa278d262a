package com.astraof.oauth2.server.view;

import java.time.Instant;
import java.util.List;

/** {@code /settings/sessions}: where someone is signed in. */
public record SessionsPage(SettingsFrame settings, Sudo sudo, List<Item> sessions) {
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
   * @param address where it was last used from
   * @param current whether it is the one that looks
   */
  public record Item(
      String id, Device device, String address, Instant since, Instant lastUsed, boolean current) {
    public Item {
      address = Shown.text(address);
    }
  }
}
