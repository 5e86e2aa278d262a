package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Roles;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;

/** {@code /guilds/{id}/roles}: contract 6. */
public final class RoleApi {
  private final Roles roles;

  public RoleApi(Roles roles) {
    this.roles = roles;
  }

  /** {@code GET /guilds/{id}/roles}. */
  public Reply list(Call call, Actor actor) {
    return GuildReplies.list(roles.list(Ids.guild(call), actor.user().id()), RoleJson::of);
  }

  /** {@code POST /guilds/{id}/roles}. */
  public Reply create(Call call, Actor actor) {
    var guild = Ids.guild(call);
    var body = JsonBody.of(call);
    String _ = body.requiredString("name");
    return GuildReplies.json(
        roles.create(guild, actor.user().id(), RoleJson.wishes(body)), RoleJson::of);
  }

  /** {@code PATCH /guilds/{id}/roles/{role}}: fields that are not there stay as they are. */
  public Reply edit(Call call, Actor actor) {
    var guild = Ids.guild(call);
    var role = Ids.role(call);
    var wishes = RoleJson.wishes(JsonBody.of(call));
    return GuildReplies.json(roles.edit(guild, actor.user().id(), role, wishes), RoleJson::of);
  }

  /** {@code DELETE /guilds/{id}/roles/{role}}. */
  public Reply delete(Call call, Actor actor) {
    return GuildReplies.nothing(roles.delete(Ids.guild(call), actor.user().id(), Ids.role(call)));
  }
}
