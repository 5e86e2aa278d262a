package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guild (contract 2.5).
 *
 * @param icon hash of the picture; null for none
 * @param systemChannel where joins are announced; null for none
 * @param features what the guild is entitled to, such as {@code BANNER}
 */
public record Guild(
    GuildId id,
    String name,
    @Nullable String icon,
    UserId owner,
    @Nullable ChannelId systemChannel,
    List<String> features,
    Instant createdAt) {
  /** What every new guild is entitled to. */
  public static final List<String> FEATURES =
      List.of("ANIMATED_ICON", "ANIMATED_BANNER", "BANNER", "INVITE_SPLASH");

  public Guild {
    features = List.copyOf(features);
  }

  Guild withName(String changed) {
    return new Guild(id, changed, icon, owner, systemChannel, features, createdAt);
  }

  Guild withIcon(@Nullable String changed) {
    return new Guild(id, name, changed, owner, systemChannel, features, createdAt);
  }
}
