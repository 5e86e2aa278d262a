package com.astraof.oauth2.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an app may be allowed to do. The order is the order of every answer (contract 8). */
public enum Scope {
  IDENTIFY("identify", 0),
  EMAIL("email", 1),
  GUILDS("guilds", 2),
  GUILDS_JOIN("guilds.join", 3),
  CONNECTIONS("connections", 4),
  MESSAGES_READ("messages.read", 5),
  BOT("bot", 6),
  APPLICATIONS_COMMANDS("applications.commands", 7);

  private final String wire;
  private final int place;

  Scope(String wire, int place) {
    this.wire = wire;
    this.place = place;
  }

  public static Optional<Scope> named(String wire) {
    for (Scope scope : values()) {
      if (scope.wire.equals(wire)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }

  /** Those that a token may have; the others are about an application's bot. */
  public static List<Scope> ofTokens() {
    return Arrays.stream(values())
        .filter(scope -> scope != BOT && scope != APPLICATIONS_COMMANDS)
        .toList();
  }

  /** The name that travels in {@code scope}. */
  public String wire() {
    return wire;
  }

  /** Its place in sets. Those are stored for years: a place is never given anew. */
  long bit() {
    return 1L << place;
  }
}
