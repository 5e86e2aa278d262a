package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing to be changed about a guild itself. Nothing of it has been checked. */
public sealed interface GuildWish {
  /** Why it cannot be, on its field of contract 6. */
  default Optional<FieldProblem> problem() {
    return Optional.empty();
  }

  Guild applyTo(Guild guild);

  /** {@code name}. */
  record Rename(String name) implements GuildWish {
    @Override
    public Optional<FieldProblem> problem() {
      return Length.problem("name", name, Length.NAME);
    }

    @Override
    public Guild applyTo(Guild guild) {
      return guild.withName(name);
    }
  }

  /**
   * {@code icon}.
   *
   * @param hash of a stored picture; null for none
   */
  record Icon(@Nullable String hash) implements GuildWish {
    @Override
    public Guild applyTo(Guild guild) {
      return guild.withIcon(hash);
    }
  }
}
