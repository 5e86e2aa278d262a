package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in.
 *
 * @param tag {@code name#0001}
 * @param picture path of the avatar, one of ours; null when there is none
 */
public record Person(String displayName, String tag, @Nullable String picture) {
  public Person {
    displayName = Shown.text(displayName);
    tag = Shown.text(tag);
  }

  /** Someone without a picture. */
  public Person(String displayName, String tag) {
    this(displayName, tag, null);
  }

  /** Stands for the picture. */
  public String initial() {
    return Shown.initial(displayName);
  }
}
