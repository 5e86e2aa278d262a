package com.astraof.oauth2.server;

import com.astraof.oauth2.core.guild.Messages;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.rest.Actor;
import com.astraof.oauth2.server.rest.ApiErrors;
import com.astraof.oauth2.server.rest.BanApi;
import com.astraof.oauth2.server.rest.ChannelApi;
import com.astraof.oauth2.server.rest.Confirmations;
import com.astraof.oauth2.server.rest.GuildApi;
import com.astraof.oauth2.server.rest.InviteApi;
import com.astraof.oauth2.server.rest.JoinGuild;
import com.astraof.oauth2.server.rest.MemberApi;
import com.astraof.oauth2.server.rest.MyGuilds;
import com.astraof.oauth2.server.rest.PictureFields;
import com.astraof.oauth2.server.rest.RestEndpoint;
import com.astraof.oauth2.server.rest.RoleApi;

/** The JSON API of guilds and channels (contract 5 and 6). */
final class GuildRoutes {
  private static final String GUILD = "/guilds/{id}";
  static final String MEMBER = GUILD + "/members/{user}";
  private static final String CHANNEL = "/channels/{id}";
  private static final Scopes MESSAGES_READ = Scopes.of(Scope.MESSAGES_READ);

  private final RestTable table;
  private final Core core;

  GuildRoutes(RestTable table, Core core) {
    this.table = table;
    this.core = core;
  }

  void add(PictureFields pictures, Confirmations confirmations) {
    guilds(new GuildApi(core.guilds, core.members, pictures, confirmations));
    members(new MemberApi(core.members));
    roles(new RoleApi(core.roles));
    channels(new ChannelApi(core.channels, core.messages));
    doors(new BanApi(core.bans), new InviteApi(core.invites));
  }

  private void guilds(GuildApi guilds) {
    String mine = "/users/@me/guilds";
    var list = new MyGuilds(core.guildStore);
    table.actor("GET", mine, Scopes.of(Scope.GUILDS), Limit.MY_GUILDS, list);
    add("DELETE", mine + "/{id}", Limit.GUILD_CHANGE, guilds::leave);
    add("POST", "/guilds", Limit.GUILD_CREATE, guilds::create);
    add("GET", GUILD, Limit.GUILD, guilds::get);
    add("PATCH", GUILD, Limit.GUILD_CHANGE, guilds::edit);
    table.person("POST", GUILD + "/delete", Limit.GUILD_CHANGE, guilds::delete);
  }

  private void members(MemberApi members) {
    String role = MEMBER + "/roles/{role}";
    add("GET", GUILD + "/members", Limit.MEMBERS, members::list);
    add("GET", MEMBER, Limit.MEMBERS, members::get);
    add("PATCH", MEMBER, Limit.GUILD_CHANGE, members::edit);
    add("DELETE", MEMBER, Limit.GUILD_CHANGE, members::kick);
    add("PUT", role, Limit.GUILD_CHANGE, members::giveRole);
    add("DELETE", role, Limit.GUILD_CHANGE, members::takeRole);
    var join = new JoinGuild(table.callers(), core.apps, core.joins);
    add("PUT", MEMBER, Limit.GUILD_CHANGE, join);
  }

  private void roles(RoleApi roles) {
    String list = GUILD + "/roles";
    add("GET", list, Limit.ROLES_LIST, roles::list);
    add("POST", list, Limit.ROLE_CREATE, roles::create);
    add("PATCH", list + "/{role}", Limit.GUILD_CHANGE, roles::edit);
    add("DELETE", list + "/{role}", Limit.GUILD_CHANGE, roles::delete);
  }

  private void channels(ChannelApi channels) {
    String list = GUILD + "/channels";
    String messages = CHANNEL + "/messages";
    table.actor("GET", list, MESSAGES_READ, Limit.CHANNELS_LIST, channels::list);
    add("POST", list, Limit.GUILD_CHANGE, channels::create);
    table.actor("GET", CHANNEL, MESSAGES_READ, Limit.CHANNEL, channels::get);
    table.actor("GET", messages, MESSAGES_READ, Limit.MESSAGES_LIST, channels::messages);
    var errors = ApiErrors.allOn(Messages.Draft.PATH);
    table.actor("POST", messages, Scopes.NONE, Limit.MESSAGE_CREATE, errors, channels::post);
  }

  /** Who comes in, and who never does. */
  private void doors(BanApi bans, InviteApi invites) {
    add("PUT", GUILD + "/bans/{user}", Limit.GUILD_CHANGE, bans::ban);
    add("DELETE", GUILD + "/bans/{user}", Limit.GUILD_CHANGE, bans::lift);
    add("POST", CHANNEL + "/invites", Limit.INVITE_CREATE, invites::create);
    table.person("POST", "/invites/{code}", Limit.INVITE_ACCEPT, invites::accept);
  }

  /** For people and bots. */
  private void add(String method, String path, Limit limit, RestEndpoint<Actor> endpoint) {
    table.actor(method, path, Scopes.NONE, limit, endpoint);
  }
}
