package com.astraof.oauth2.server;

import java.util.List;

/**
 * The server must not start; the message says why and what to do, in a line or two for the
 * operator.
 */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }

  /** Each on a line of its own. */
  static CannotStart because(List<String> problems) {
    return new CannotStart(String.join(System.lineSeparator() + "astral: ", problems));
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
