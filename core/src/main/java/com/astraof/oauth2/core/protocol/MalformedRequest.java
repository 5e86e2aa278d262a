package com.astraof.oauth2.core.protocol;

/**
 * The request cannot be read, so no rule can run. Thrown only while parsing; its message is fit for
 * the client.
 */
public final class MalformedRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedRequest(String message) {
    super(message, null, false, false);
  }

  /** What was wrong and what to do. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
