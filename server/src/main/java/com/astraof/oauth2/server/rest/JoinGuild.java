package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.authorization.AuthorizedApps;
import com.astraof.oauth2.core.guild.JoinByApp;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.Optional;

/**
 * {@code PUT /guilds/{id}/members/{user}}: a bot brings a user into a guild. Any {@code
 * access_token} but a living one of that very user, for the bot's own application, with {@code
 * guilds.join} is 403 ACCESS_DENIED, and the answer does not tell what is wrong with it.
 */
public final class JoinGuild implements RestEndpoint<Actor> {
  private final Callers callers;
  private final AuthorizedApps apps;
  private final JoinByApp joins;

  public JoinGuild(Callers callers, AuthorizedApps apps, JoinByApp joins) {
    this.callers = callers;
    this.apps = apps;
    this.joins = joins;
  }

  @Override
  public Reply answer(Call call, Actor actor) {
    return switch (actor) {
      case Actor.Bot bot -> join(call, bot);
      case Actor.Person _, Actor.App _ -> denied("Bots do this, with their token.");
    };
  }

  private Reply join(Call call, Actor.Bot bot) {
    var guild = Ids.guild(call);
    UserId id = Ids.user(call);
    var body = JsonBody.of(call);
    String token = body.requiredString("access_token");
    var wishes = MemberJson.wishes(body);
    User user = consenting(token, id, bot, call).orElse(null);
    if (user == null) {
      return denied("The access_token is not one of this user for your app with guilds.join.");
    }
    return GuildReplies.of(
        joins.join(guild, bot.user().id(), user, wishes, bot.act(call)),
        member -> reply(member, call));
  }

  private Optional<User> consenting(String token, UserId user, Actor.Bot bot, Call call) {
    var app = callers.app(token, call.now()).filter(found -> fits(found, user, bot));
    app.ifPresent(found -> apps.used(user, found.token().application(), call.now()));
    return app.map(Actor.App::user);
  }

  private static boolean fits(Actor.App app, UserId user, Actor.Bot bot) {
    return app.user().id().equals(user)
        && app.token().application().value() == bot.user().id().value()
        && app.scopes().contains(Scope.GUILDS_JOIN);
  }

  private static Reply reply(Optional<Member> joined, Call call) {
    return joined
        .map(member -> GuildReplies.reply(201, MemberJson.of(member, call.now())))
        .orElseGet(() -> Reply.empty(204).noStore());
  }

  private static Reply denied(String why) {
    return ApiErrors.reply(403, "ACCESS_DENIED", why);
  }
}
