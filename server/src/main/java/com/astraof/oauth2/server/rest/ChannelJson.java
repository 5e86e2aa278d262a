package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Channel.About;
import com.astraof.oauth2.core.guild.NewChannel;
import com.astraof.oauth2.core.guild.Overwrite;
import com.astraof.oauth2.core.guild.Overwrite.Target;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Channels as they travel: contract 2.8. */
final class ChannelJson {
  private static final int BITRATE = 64_000;
  private static final int ROLE = 0;
  private static final int MEMBER = 1;

  private ChannelJson() {}

  static ObjectNode of(Channel channel) {
    var json =
        Json.object()
            .put("id", channel.id().toString())
            .put("type", channel.type().wire())
            .put("guild_id", channel.guild().toString())
            .put("name", channel.about().name())
            .put("position", channel.place().position());
    var overwrites = json.putArray("permission_overwrites");
    channel.overwrites().forEach(overwrite -> overwrites.add(of(overwrite)));
    switch (channel.type()) {
      case TEXT -> putText(json, channel);
      case VOICE -> {
        putParent(json, channel);
        json.put("bitrate", BITRATE).put("user_limit", 0).putNull("rtc_region");
      }
      case LINK -> {
        putParent(json, channel);
        json.put("url", channel.about().url());
      }
      case CATEGORY -> {}
    }
    return json;
  }

  private static void putText(ObjectNode json, Channel channel) {
    putParent(json, channel);
    json.put("topic", channel.about().topic()).put("nsfw", channel.about().nsfw());
    json.put("rate_limit_per_user", 0);
    var last = channel.lastMessage();
    json.put("last_message_id", last == null ? null : last.toString());
    json.putNull("last_pin_timestamp");
  }

  private static void putParent(ObjectNode json, Channel channel) {
    var parent = channel.place().parent();
    json.put("parent_id", parent == null ? null : parent.toString());
  }

  private static ObjectNode of(Overwrite overwrite) {
    var json =
        switch (overwrite.target()) {
          case Target.OfRole(var role) ->
              Json.object().put("id", role.toString()).put("type", ROLE);
          case Target.OfMember(var user) ->
              Json.object().put("id", user.toString()).put("type", MEMBER);
        };
    return json.put("allow", overwrite.allow().toString()).put("deny", overwrite.deny().toString());
  }

  static NewChannel wish(JsonBody body) {
    var type =
        Channel.Type.of(body.integer("type").orElse(Channel.Type.TEXT.wire()))
            .orElseThrow(() -> new MalformedRequest("This must be 0, 2, 4 or 998.", "type"));
    var about =
        new About(
            body.requiredString("name"),
            body.string("topic").orElse(null),
            body.bool("nsfw", false),
            body.string("url").orElse(null));
    var parent =
        body.snowflake("parent_id")
            .map(text -> Ids.read(text, "parent_id", ChannelId::parse))
            .orElse(null);
    List<Overwrite> overwrites =
        body.objects("permission_overwrites").stream().map(ChannelJson::overwrite).toList();
    return new NewChannel(type, about, parent, overwrites);
  }

  private static Overwrite overwrite(JsonBody body) {
    String path = body.path("id");
    String id =
        body.snowflake("id")
            .orElseThrow(() -> new MalformedRequest("This field is required.", path));
    Target target =
        body.integer("type", ROLE, MEMBER, -1) == ROLE
            ? new Target.OfRole(Ids.read(id, path, RoleId::parse))
            : new Target.OfMember(Ids.read(id, path, UserId::parse));
    return new Overwrite(
        target,
        PermissionField.in(body, "allow").orElse(Permissions.NONE),
        PermissionField.in(body, "deny").orElse(Permissions.NONE));
  }
}
