package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Guilds;
import com.astraof.oauth2.core.guild.Guilds.Outcome;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.List;

/** {@code POST /guilds}: contract 6. */
public final class CreateGuild implements RestEndpoint<Actor> {
  private final Guilds guilds;

  public CreateGuild(Guilds guilds) {
    this.guilds = guilds;
  }

  @Override
  public Reply answer(Call call, Actor actor) {
    var body = JsonBody.of(call);
    String name = body.requiredString("name");
    boolean withFeatures = !body.bool("empty_features", false);
    return switch (guilds.create(actor.user(), name, withFeatures, call.now())) {
      case Outcome.Created(var guild) ->
          Reply.json(200, Json.text(GuildJson.whole(guild, Permissions.ALL)));
      case Outcome.Refused(var problem) -> ApiErrors.invalid(List.of(problem));
      case Outcome.TooMany(var most) ->
          ApiErrors.reply(
              400, "MAX_GUILDS", "You are in " + most + " guilds, the most there can be.");
    };
  }
}
