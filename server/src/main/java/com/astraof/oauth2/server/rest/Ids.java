package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import java.util.Optional;
import java.util.function.Function;

/** The ids in the path of a call. One that is no snowflake is a {@link MalformedRequest}. */
final class Ids {
  private Ids() {}

  static GuildId guild(Call call) {
    return read(call.variable("id"), "guild_id", GuildId::parse);
  }

  static ChannelId channel(Call call) {
    return read(call.variable("id"), "channel_id", ChannelId::parse);
  }

  static RoleId role(Call call) {
    return read(call.variable("role"), "role_id", RoleId::parse);
  }

  static UserId user(Call call) {
    return read(call.variable("user"), "user_id", UserId::parse);
  }

  /** The same, where {@code @me} is the caller. */
  static UserId user(Call call, Actor caller) {
    return call.variable("user").equals("@me") ? caller.user().id() : user(call);
  }

  /**
   * @param path where it is reported
   */
  static <T> T read(String text, String path, Function<String, Optional<T>> parse) {
    return parse
        .apply(text)
        .orElseThrow(() -> new MalformedRequest("This must be a snowflake.", path));
  }
}
