package com.astraof.oauth2.server.view;

/**
 * What every page has.
 *
 * @param formToken proves that a form came from a page of ours; travels as {@code form_token}
 * @param theme the colours it is shown in
 */
public record Frame(Words words, String formToken, Theme theme) {
  /** A frame in the system's colours. */
  public Frame(Words words, String formToken) {
    this(words, formToken, Theme.SYSTEM);
  }

  /** The same in other words. */
  public Frame in(Words others) {
    return new Frame(others, formToken, theme);
  }
}
