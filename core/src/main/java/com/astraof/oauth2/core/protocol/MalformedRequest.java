package com.astraof.oauth2.core.protocol;

/**
 * The request cannot be read, so no rule can run. Thrown only while parsing; its message is fit for
 * the client.
 */
public final class MalformedRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String path;

  public MalformedRequest(String message) {
    this(message, "root");
  }

  /**
   * @param path which field it was, as in {@link FieldProblem}
   */
  public MalformedRequest(String message, String path) {
    super(message, null, false, false);
    this.path = path;
  }

  /** What was wrong and what to do. */
  public String description() {
    return String.valueOf(getMessage());
  }

  public FieldProblem problem() {
    return new FieldProblem(path, description());
  }
}
