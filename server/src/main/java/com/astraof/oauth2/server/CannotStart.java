package com.astraof.oauth2.server;

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

  public String reason() {
    return String.valueOf(getMessage());
  }
}
