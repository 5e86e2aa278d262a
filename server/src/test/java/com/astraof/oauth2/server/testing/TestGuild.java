package com.astraof.oauth2.server.testing;

import com.astraof.oauth2.core.guild.Decision;
import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Member.Joining;
import com.astraof.oauth2.core.guild.Member.Way;
import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A guild over the API, as its owner knows it. */
public record TestGuild(TestUser owner, String id) {
  private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");

  /** Something in it, such as {@code /roles}. */
  public String path(String ending) {
    return "/api/v1/guilds/" + id + ending;
  }

  public String member(TestUser user) {
    return path("/members/" + user.id());
  }

  /** Something in a channel, such as {@code /messages}. */
  public static String channel(String id, String ending) {
    return "/api/v1/channels/" + id + ending;
  }

  /** The text channel that every guild has from the start. */
  public String general() {
    return owner.get(path("")).hasStatus(200).text("system_channel_id");
  }

  /** The code of an invite for everyone. */
  public String invite() {
    return invite(Map.of());
  }

  public String invite(Map<String, ?> terms) {
    return owner.post(channel(general(), "/invites"), terms).hasStatus(200).text("code");
  }

  /** The user comes in by invite. */
  public TestUser joinedBy(TestUser user) {
    user.post("/api/v1/invites/" + invite(), Map.of()).hasStatus(200);
    return user;
  }

  /** The user comes in and gets a role of their own, below all that there are. */
  public TestUser joinedBy(TestUser user, Permission... permissions) {
    joinedBy(user);
    gives(user, role("Role of " + user.name(), permissions));
    return user;
  }

  /** The app's bot is added as who manages the guild would, with a role that comes with it. */
  public TestUser addsBot(TestServer server, TestApp app, Permission... permissions) {
    var guild = new GuildId(Long.parseLong(id));
    var application = ApplicationId.parse(app.id()).orElseThrow();
    var role = new RoleId(freeRoleId());
    var managed = Role.managed(role, guild, "Bot", set(permissions), application);
    var joining = new Joining(EARLIER, Way.APPLICATION, null, null);
    var bot = server.stored(new UserId(application.value()));
    write(
        server,
        List.of(
            new GuildEdit.AddRole(managed),
            new GuildEdit.AddMember(Member.newcomer(bot, joining).with(Set.of(role)))));
    return app.bot();
  }

  /** Writes what would take too long over the API. */
  public void write(TestServer server, List<GuildEdit> edits) {
    var guild = new GuildId(Long.parseLong(id));
    boolean _ =
        server.store(
            storage ->
                storage.guilds().change(guild, _ -> new Decision<>(true, edits)).orElseThrow());
  }

  /** Below those that there are, above those to come. */
  private long freeRoleId() {
    String free = role("Placeholder");
    owner.delete(path("/roles/" + free)).hasStatus(204);
    return Long.parseLong(free);
  }

  /** A new role, below all that there are. */
  public String role(String name, Permission... permissions) {
    var body = Map.of("name", name, "permissions", bits(permissions));
    return owner.post(path("/roles"), body).hasStatus(200).text("id");
  }

  public void gives(TestUser user, String role) {
    owner.put(member(user) + "/roles/" + role).hasStatus(204);
  }

  /** Everyone has what a new guild's everyone has, but not these. */
  public void deniesEveryone(Permission... permissions) {
    var rest = Permissions.DEFAULT.minus(set(permissions));
    owner.patch(path("/roles/" + id), Map.of("permissions", rest.toString())).hasStatus(200);
  }

  /** A new text channel. */
  public String channelWith(List<Map<String, Object>> overwrites) {
    var body = Map.of("type", 0, "name", "new", "permission_overwrites", overwrites);
    return owner.post(path("/channels"), body).hasStatus(200).text("id");
  }

  /** The overwrite that denies a role something; the guild's own id is everyone. */
  public static Map<String, Object> denied(String role, Permission... permissions) {
    return Map.of("id", role, "type", 0, "allow", "0", "deny", bits(permissions));
  }

  public static Map<String, Object> allowed(String role, Permission... permissions) {
    return Map.of("id", role, "type", 0, "allow", bits(permissions), "deny", "0");
  }

  /** The overwrite that denies one member something. */
  public static Map<String, Object> denied(TestUser user, Permission... permissions) {
    return Map.of("id", user.id(), "type", 1, "allow", "0", "deny", bits(permissions));
  }

  /** Says something and answers the message's id. */
  public static String says(TestUser user, String channel, String content) {
    return user.post(channel(channel, "/messages"), Map.of("content", content))
        .hasStatus(200)
        .text("id");
  }

  public static String bits(Permission... permissions) {
    return set(permissions).toString();
  }

  private static Permissions set(Permission... permissions) {
    return new Permissions(Arrays.stream(permissions).mapToLong(Permission::mask).sum());
  }
}
