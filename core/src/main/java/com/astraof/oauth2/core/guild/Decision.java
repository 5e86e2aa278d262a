package com.astraof.oauth2.core.guild;

import java.util.List;

/**
 * What a rule makes of a guild.
 *
 * @param edits written together or not at all; none when nothing is to change
 */
public record Decision<T>(T answer, List<GuildEdit> edits) {
  public Decision {
    edits = List.copyOf(edits);
  }

  /** Changes nothing. */
  public static <T> Decision<T> only(T answer) {
    return new Decision<>(answer, List.of());
  }

  public static <T> Decision<T> of(T answer, GuildEdit... edits) {
    return new Decision<>(answer, List.of(edits));
  }

  /** The wish is granted, by these edits. */
  static <T> Decision<GuildOutcome<T>> done(T value, GuildEdit... edits) {
    return of(GuildOutcome.done(value), edits);
  }

  static <T> Decision<GuildOutcome<T>> refused(GuildRefusal why) {
    return only(GuildOutcome.refused(why));
  }
}
