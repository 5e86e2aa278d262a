package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guild.
 *
 * @param systemChannel where joins are announced; null for none
 * @param features what the guild is entitled to, such as {@code BANNER}
 */
public record Guild(
    GuildId id,
    String name,
    UserId owner,
    @Nullable Long systemChannel,
    List<String> features,
    Instant createdAt) {
  /** What every new guild is entitled to (contract 2.5). */
  public static final List<String> FEATURES =
      List.of("ANIMATED_ICON", "ANIMATED_BANNER", "BANNER", "INVITE_SPLASH");

  public Guild {
    features = List.copyOf(features);
  }
}
