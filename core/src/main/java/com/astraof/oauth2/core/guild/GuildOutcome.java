package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.List;

/** What became of a wish about a guild. */
public sealed interface GuildOutcome<T> {
  record Done<T>(T value) implements GuildOutcome<T> {}

  record Refused<T>(GuildRefusal why) implements GuildOutcome<T> {}

  /** The wish itself is not well formed. */
  record Invalid<T>(List<FieldProblem> problems) implements GuildOutcome<T> {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  static <T> GuildOutcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> GuildOutcome<T> refused(GuildRefusal why) {
    return new Refused<>(why);
  }
}
