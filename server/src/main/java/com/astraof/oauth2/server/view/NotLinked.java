package com.astraof.oauth2.server.view;

import java.util.Locale;
import java.util.Optional;

/**
 * Why an account at another service was not linked. Like {@link Done}, it travels in an address.
 */
public enum NotLinked {
  /** The service is not one that can be chosen (any more). */
  UNKNOWN("connections.not_linked.unknown"),
  /** What came back does not belong to anything that was begun in this session. */
  STALE("connections.not_linked.stale"),
  DECLINED("connections.not_linked.declined"),
  AWAY("connections.not_linked.away"),
  REFUSED("connections.not_linked.refused"),
  NAMELESS("connections.not_linked.nameless"),
  TAKEN("connections.not_linked.taken"),
  TOO_MANY("connections.not_linked.too_many");

  private final String key;

  NotLinked(String key) {
    this.key = key;
  }

  /** What is meant by a value; empty when nothing is. */
  public static Optional<NotLinked> of(String value) {
    for (NotLinked why : values()) {
      if (why.value().equals(value)) {
        return Optional.of(why);
      }
    }
    return Optional.empty();
  }

  /** As an address has it, such as {@code too_many}. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page that says so. */
  public String at(String type) {
    return Section.CONNECTIONS.path() + "?not_linked=" + value() + "&service=" + type;
  }

  /** The line that says so. */
  public Notice notice(String service) {
    return Notice.problem(key, service);
  }
}
