package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.Optional;

/** How long names and texts may be (contract 1.6 and 6), in characters as people count them. */
final class Length {
  static final int NAME = 100;

  private Length() {}

  static boolean exceeds(int most, String text) {
    return text.codePointCount(0, text.length()) > most;
  }

  /** The problem with a text that may not be empty, if any. */
  static Optional<FieldProblem> problem(String path, String text, int most) {
    return text.isEmpty() || exceeds(most, text)
        ? Optional.of(new FieldProblem(path, "This has 1 to " + most + " characters."))
        : Optional.empty();
  }
}
