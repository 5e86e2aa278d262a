package com.astraof.oauth2.core.account;

import java.util.Optional;

/** A language that pages and mails are written in. */
public enum Language {
  ENGLISH("en"),
  RUSSIAN("ru");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** As BCP 47 names it. */
  public String tag() {
    return tag;
  }

  /** Empty for a language that we do not speak. */
  public static Optional<Language> of(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
