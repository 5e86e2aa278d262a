package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.List;
import java.util.function.Function;

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

  /** The same outcome of a wish that is not yet complete when it is done. */
  default <R> GuildOutcome<R> then(Function<T, GuildOutcome<R>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Refused<T>(var why) -> new Refused<>(why);
      case Invalid<T>(var problems) -> new Invalid<>(problems);
    };
  }

  static <T> GuildOutcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> GuildOutcome<T> refused(GuildRefusal why) {
    return new Refused<>(why);
  }

  static <T> GuildOutcome<T> invalid(String path, String message) {
    return new Invalid<>(List.of(new FieldProblem(path, message)));
  }
}
