package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.GuildStore;
import com.astraof.oauth2.core.guild.GuildStore.Membership;
import com.astraof.oauth2.core.guild.GuildStore.Page;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /users/@me/guilds}: contract 5. */
public final class MyGuilds implements RestEndpoint<Actor> {
  private static final int MOST = 200;

  private final GuildStore guilds;

  public MyGuilds(GuildStore guilds) {
    this.guilds = guilds;
  }

  @Override
  public Reply answer(Call call, Actor actor) {
    Page page = page(call.query());
    var list = Json.array();
    for (Membership membership : guilds.guildsOf(actor.user().id(), page)) {
      list.add(json(membership, actor, page));
    }
    return Reply.json(200, Json.text(list)).noStore();
  }

  private static ObjectNode json(Membership membership, Actor actor, Page page) {
    ObjectNode json =
        switch (actor) {
          case Actor.App _ -> GuildJson.forApp(membership);
          case Actor.Person _, Actor.Bot _ ->
              GuildJson.whole(membership.guild(), membership.permissions());
        };
    if (page.withCounts()) {
      json.put("approximate_member_count", membership.members());
      json.put("approximate_presence_count", 0);
    }
    return json;
  }

  private static Page page(Parameters query) {
    boolean withCounts = query.optional("with_counts").map(MyGuilds::flag).orElse(false);
    return new Page(
        Paging.limit(query, MOST, MOST),
        Paging.bound(query, "before", GuildId::parse).orElse(null),
        Paging.bound(query, "after", GuildId::parse).orElse(null),
        withCounts);
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new MalformedRequest("This must be true or false.", "with_counts");
    };
  }
}
