package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Members;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;

/** {@code /guilds/{id}/members}: contract 6. */
public final class MemberApi {
  private static final int MOST = 1_000;
  private static final UserId FIRST = new UserId(0);

  private final Members members;

  public MemberApi(Members members) {
    this.members = members;
  }

  /**
   * {@code GET /guilds/{id}/members}: by ascending id; one of them unless {@code limit} is given.
   */
  public Reply list(Call call, Actor actor) {
    var query = call.query();
    int limit = Paging.limit(query, MOST, 1);
    UserId after = Paging.bound(query, "after", UserId::parse).orElse(FIRST);
    return GuildReplies.list(
        members.list(Ids.guild(call), actor.user().id(), after, limit),
        member -> MemberJson.of(member, call.now()));
  }

  /** {@code GET /guilds/{id}/members/{user}}. */
  public Reply get(Call call, Actor actor) {
    return GuildReplies.json(
        members.find(Ids.guild(call), actor.user().id(), Ids.user(call, actor)),
        member -> MemberJson.of(member, call.now()));
  }

  /** {@code PATCH /guilds/{id}/members/{user}}: fields that are not there stay as they are. */
  public Reply edit(Call call, Actor actor) {
    var guild = Ids.guild(call);
    var user = Ids.user(call, actor);
    var wishes = MemberJson.wishes(JsonBody.of(call));
    return GuildReplies.json(
        members.edit(guild, actor.user().id(), user, wishes, call.now()),
        member -> MemberJson.of(member, call.now()));
  }

  /** {@code DELETE /guilds/{id}/members/{user}}. */
  public Reply kick(Call call, Actor actor) {
    return GuildReplies.nothing(
        members.kick(Ids.guild(call), actor.user().id(), Ids.user(call, actor), actor.act(call)));
  }

  /** {@code PUT /guilds/{id}/members/{user}/roles/{role}}. */
  public Reply giveRole(Call call, Actor actor) {
    return moveRole(call, actor, true);
  }

  /** {@code DELETE /guilds/{id}/members/{user}/roles/{role}}. */
  public Reply takeRole(Call call, Actor actor) {
    return moveRole(call, actor, false);
  }

  private Reply moveRole(Call call, Actor actor, boolean give) {
    return GuildReplies.nothing(
        members.moveRole(
            Ids.guild(call), actor.user().id(), Ids.user(call, actor), Ids.role(call), give));
  }
}
