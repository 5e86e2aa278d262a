package com.astraof.oauth2.server.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an application authenticates by, and the form that changes them.
 *
 * @param items those that were registered as they are; none when they are published
 * @param address where they are published; null when they are not
 * @param problems what is wrong with what was entered
 */
public record KeyPanel(
    List<Item> items, @Nullable String address, Entered entered, Problems problems) {
  /** The form that saves keys, as {@link Sudo} names it. */
  public static final String SAVE_FORM = "save-keys";

  /** The form that takes them away. */
  public static final String REMOVE_FORM = "remove-keys";

  public KeyPanel {
    items = List.copyOf(items);
  }

  /** Without any keys, and nothing entered. */
  public static KeyPanel empty() {
    return new KeyPanel(List.of(), null, new Entered("", ""), Problems.NONE);
  }

  public boolean isEmpty() {
    return items.isEmpty() && address == null;
  }

  /** The same, as it is shown again after a form was refused. */
  public KeyPanel refused(Entered typed, Problems found) {
    return new KeyPanel(items, address, typed, found);
  }

  /**
   * One key.
   *
   * @param name its kid; null when it has none
   * @param kind its algorithms, such as {@code ES256}
   */
  public record Item(@Nullable String name, String kind) {}

  /** What stands in the form's fields. */
  public record Entered(String jwks, String address) {}
}
