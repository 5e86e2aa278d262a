package com.astraof.oauth2.demoapp;

/** Astral did not answer, or not in a way that OAuth knows. {@link Router} turns it into a page. */
final class AstralUnreachable extends RuntimeException {
  AstralUnreachable(String sentence) {
    super(sentence);
  }

  AstralUnreachable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
