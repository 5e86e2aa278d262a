package com.astraof.oauth2.server.view;

import java.util.Locale;

/** The colours that someone chose. */
public enum Theme {
  /** Whatever the system prefers. */
  SYSTEM("theme.system", "light dark"),
  LIGHT("theme.light", "light"),
  DARK("theme.dark", "dark");

  private final String key;
  private final String schemes;

  Theme(String key, String schemes) {
    this.key = key;
    this.schemes = schemes;
  }

  /** The theme that was sent or kept under a value; the system's if it is none of ours. */
  public static Theme of(String value) {
    for (Theme theme : values()) {
      if (theme.value().equals(value)) {
        return theme;
      }
    }
    return SYSTEM;
  }

  /** As forms send it: {@code system}, {@code light} or {@code dark}. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Key of its name. */
  public String key() {
    return key;
  }

  /** As CSS names the schemes that a page supports. */
  public String schemes() {
    return schemes;
  }
}
