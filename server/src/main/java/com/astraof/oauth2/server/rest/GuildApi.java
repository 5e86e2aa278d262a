package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildOutcome;
import com.astraof.oauth2.core.guild.GuildStore.Membership;
import com.astraof.oauth2.core.guild.GuildWish;
import com.astraof.oauth2.core.guild.Guilds;
import com.astraof.oauth2.core.guild.Members;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.rest.PictureFields.NewPicture;
import java.util.List;

/** Guilds themselves: contract 5 and 6. */
public final class GuildApi {
  private final Guilds guilds;
  private final Members members;
  private final PictureFields pictures;
  private final Confirmations confirmations;

  public GuildApi(
      Guilds guilds, Members members, PictureFields pictures, Confirmations confirmations) {
    this.guilds = guilds;
    this.members = members;
    this.pictures = pictures;
    this.confirmations = confirmations;
  }

  /** {@code POST /guilds}. */
  public Reply create(Call call, Actor actor) {
    var body = JsonBody.of(call);
    String name = body.requiredString("name");
    boolean withFeatures = !body.bool("empty_features", false);
    var icon = pictures.in(body, Spot.ICON);
    var outcome =
        guilds
            .create(actor.user(), name, withFeatures, call.now())
            .then(guild -> showing(icon, founded(guild), guild.owner()));
    return GuildReplies.of(outcome, GuildApi::reply);
  }

  /** {@code GET /guilds/{id}}. */
  public Reply get(Call call, Actor actor) {
    return GuildReplies.of(guilds.find(Ids.guild(call), actor.user().id()), GuildApi::reply);
  }

  /** {@code PATCH /guilds/{id}}: fields that are not there stay as they are. */
  public Reply edit(Call call, Actor actor) {
    GuildId id = Ids.guild(call);
    var body = JsonBody.of(call);
    var icon = pictures.in(body, Spot.ICON);
    List<GuildWish> names =
        body.has("name")
            ? List.of(new GuildWish.Rename(body.string("name").orElse("")))
            : List.of();
    UserId caller = actor.user().id();
    var outcome = guilds.edit(id, caller, names).then(edited -> showing(icon, edited, caller));
    return GuildReplies.of(outcome, GuildApi::reply);
  }

  /** Whoever may not edit the guild has been refused: they do not store pictures in its name. */
  private GuildOutcome<Membership> showing(
      List<NewPicture> icon, Membership membership, UserId caller) {
    Guild guild = membership.guild();
    if (icon.isEmpty()) {
      return GuildOutcome.done(membership);
    }
    pictures.store(guild.id().value(), icon);
    List<GuildWish> shown =
        icon.stream().<GuildWish>map(picture -> new GuildWish.Icon(picture.hash())).toList();
    var outcome = guilds.edit(guild.id(), caller, shown);
    pictures.settle(
        outcome instanceof GuildOutcome.Done<Membership>(var edited) ? edited.guild() : guild,
        icon);
    return outcome;
  }

  /** {@code POST /guilds/{id}/delete}. */
  public Reply delete(Call call, Actor.Person person) {
    GuildId id = Ids.guild(call);
    return confirmations.confirmed(
        JsonBody.ofOptional(call),
        call,
        person,
        () -> GuildReplies.nothing(guilds.delete(id, person.user().id(), person.act(call))));
  }

  /** {@code DELETE /users/@me/guilds/{id}}. */
  public Reply leave(Call call, Actor actor) {
    return GuildReplies.nothing(members.leave(Ids.guild(call), actor.user().id(), actor.act(call)));
  }

  private static Membership founded(Guild guild) {
    return new Membership(guild, true, Permissions.ALL, 1);
  }

  private static Reply reply(Membership membership) {
    return GuildReplies.reply(200, GuildJson.whole(membership.guild(), membership.permissions()));
  }
}
