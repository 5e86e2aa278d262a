package com.astraof.oauth2.faults.check;

/** What came of a request. */
public sealed interface Outcome {
  /**
   * It was done.
   *
   * @param value what was given, or empty
   */
  record Accepted(String value) implements Outcome {}

  /** A rule said no, properly. */
  record Refused(String error) implements Outcome {}

  /** Not now, properly: whether it was done is not known. */
  record Unavailable() implements Outcome {}

  /** The connection broke or nobody answered: whether it was done is not known. */
  record Unanswered() implements Outcome {}

  /** An answer that should never be given. */
  record Improper(String what) implements Outcome {}

  /** For the counts. */
  default String kind() {
    return getClass().getSimpleName();
  }

  /** Whether it may have been done or not. */
  default boolean isUnknown() {
    return switch (this) {
      case Accepted _, Refused _ -> false;
      case Unavailable _, Unanswered _, Improper _ -> true;
    };
  }
}
