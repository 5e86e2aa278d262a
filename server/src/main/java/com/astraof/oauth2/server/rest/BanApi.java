package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Bans;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;

/** {@code /guilds/{id}/bans}: contract 6. */
public final class BanApi {
  private final Bans bans;

  public BanApi(Bans bans) {
    this.bans = bans;
  }

  /** {@code PUT /guilds/{id}/bans/{user}}. */
  public Reply ban(Call call, Actor actor) {
    var guild = Ids.guild(call);
    var user = Ids.user(call);
    var body = JsonBody.ofOptional(call);
    var wish =
        new Bans.Wish(
            body.integer("delete_message_days").orElse(0),
            body.string("reason").orElse(null),
            body.integer("ban_duration_seconds").orElse(0));
    return GuildReplies.nothing(bans.ban(guild, actor.user().id(), user, wish, actor.act(call)));
  }

  /** {@code DELETE /guilds/{id}/bans/{user}}. */
  public Reply lift(Call call, Actor actor) {
    return GuildReplies.nothing(bans.lift(Ids.guild(call), actor.user().id(), Ids.user(call)));
  }
}
