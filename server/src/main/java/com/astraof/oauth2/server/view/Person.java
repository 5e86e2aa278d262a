package com.astraof.oauth2.server.view;

/**
 * Whoever is signed in.
 *
 * @param tag {@code name#0001}
 */
public record Person(String displayName, String tag) {
  public Person {
    displayName = Shown.text(displayName);
    tag = Shown.text(tag);
  }

  /** Stands for the picture. */
  public String initial() {
    return Shown.initial(displayName);
  }
}
