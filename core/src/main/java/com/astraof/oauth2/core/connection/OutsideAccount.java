package com.astraof.oauth2.core.connection;

import com.astraof.oauth2.core.account.DisplayName;
import java.util.Optional;

/**
 * An account at another service, as that service tells of it.
 *
 * @param type which service: the key that the operator gave it
 * @param id by which the service knows it; never changes
 * @param name by which people know it, fit to be shown
 */
public record OutsideAccount(String type, String id, String name) {
  private static final int LONGEST_ID = 255;
  private static final int LONGEST_NAME = 100;

  /**
   * Takes what a service said. A name of which nothing is visible gives way to the id; a long one
   * is cut.
   *
   * @return empty when the id is empty, too long or not to be shown
   */
  public static Optional<OutsideAccount> of(String type, String id, String name) {
    if (id.isEmpty() || id.length() > LONGEST_ID || !DisplayName.clean(id).equals(id)) {
      return Optional.empty();
    }
    String visible = DisplayName.clean(name);
    return Optional.of(new OutsideAccount(type, id, visible.isEmpty() ? id : cut(visible)));
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip();
  }
}
