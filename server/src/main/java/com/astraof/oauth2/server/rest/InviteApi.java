package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Invite;
import com.astraof.oauth2.core.guild.Invite.Terms;
import com.astraof.oauth2.core.guild.Invites;
import com.astraof.oauth2.core.guild.Invites.Invitation;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** Invites: contract 6. Each one made is {@code unique}, whether that is asked for or not. */
public final class InviteApi {
  private final Invites invites;

  public InviteApi(Invites invites) {
    this.invites = invites;
  }

  /** {@code POST /channels/{id}/invites}. */
  public Reply create(Call call, Actor actor) {
    var channel = Ids.channel(call);
    var body = JsonBody.ofOptional(call);
    var terms =
        new Terms(
            body.integer("max_uses").orElse(0),
            Duration.ofSeconds(body.integer("max_age").orElse(0)),
            body.bool("temporary", false));
    return GuildReplies.json(
        invites.create(channel, actor.user().id(), terms, call.now()), InviteApi::json);
  }

  /** {@code POST /invites/{code}}: for people; bots are added by who manages the guild. */
  public Reply accept(Call call, Actor.Person person) {
    return GuildReplies.json(
        invites.accept(call.variable("code"), person.user(), call.now()), InviteApi::json);
  }

  private static ObjectNode json(Invitation invitation) {
    Invite invite = invitation.invite();
    Terms terms = invite.terms();
    var json = Json.object().put("code", invite.code());
    var guild = invitation.guild();
    json.putObject("guild")
        .put("id", guild.id().toString())
        .put("name", guild.name())
        .put("icon", guild.icon());
    var channel = invitation.channel();
    json.putObject("channel")
        .put("id", channel.id().toString())
        .put("name", channel.about().name())
        .put("type", channel.type().wire());
    json.put("inviter_id", invite.inviter().toString());
    json.put("max_uses", terms.maxUses()).put("max_age", terms.maxAge().toSeconds());
    json.put("temporary", terms.temporary()).put("uses", invite.uses());
    json.put("created_at", Timestamps.text(invite.createdAt()));
    return json.put(
        "expires_at",
        terms.maxAge().isZero() ? null : Timestamps.text(invite.createdAt().plus(terms.maxAge())));
  }
}
