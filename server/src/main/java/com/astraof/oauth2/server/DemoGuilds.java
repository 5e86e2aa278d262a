package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Channel.About;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildOutcome;
import com.astraof.oauth2.core.guild.Invite.Terms;
import com.astraof.oauth2.core.guild.Messages.Draft;
import com.astraof.oauth2.core.guild.NewChannel;
import com.astraof.oauth2.core.guild.Overwrite;
import com.astraof.oauth2.core.guild.Overwrite.Target;
import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.guild.RoleWish;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.RoleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The guilds of the demo's two people, and what they talk about there. */
final class DemoGuilds {
  private static final Terms FOR_GOOD = new Terms(0, Duration.ZERO, false);
  private static final int VIOLET = 0x7c5cff;
  private static final Permissions VIEW = new Permissions(Permission.VIEW_CHANNEL.mask());

  private final Core core;
  private final User ada;
  private final User grace;

  DemoGuilds(Core core, User ada, User grace) {
    this.core = core;
    this.ada = ada;
    this.grace = grace;
  }

  /**
   * @param founded some weeks ago
   */
  void tell(Instant founded) {
    found(ada, "Analytical Engine Club", founded);
    Guild watchers = found(ada, "Night Sky Watchers", founded);
    found(ada, "Lacework & Logic", founded);
    Guild crew = found(grace, "Compiler Crew", founded);

    join(watchers, ada, grace, founded);
    join(crew, grace, ada, founded);
    watch(watchers, founded.plus(Duration.ofDays(2)));
    compile(crew, founded.plus(Duration.ofDays(3)));
  }

  private Guild found(User owner, String name, Instant at) {
    return done(core.guilds.create(owner, name, true, at));
  }

  private void join(Guild guild, User inviter, User guest, Instant at) {
    var made = done(core.invites.create(general(guild), inviter.id(), FOR_GOOD, at));
    var _ = done(core.invites.accept(made.invite().code(), guest, at));
  }

  private void watch(Guild guild, Instant at) {
    List<RoleWish> look = List.of(new RoleWish.Rename("Observers"), new RoleWish.Paint(VIOLET));
    Role observers = done(core.roles.create(guild.id(), ada.id(), look));
    var _ = done(core.members.moveRole(guild.id(), ada.id(), grace.id(), observers.id(), true));
    var everyone = new Target.OfRole(RoleId.everyone(guild.id()));
    var hidden = new Overwrite(everyone, Permissions.NONE, VIEW);
    var shown = new Overwrite(new Target.OfRole(observers.id()), VIEW, Permissions.NONE);
    ChannelId tonight = channel(guild, ada, "tonight", "Where, when and how cold", hidden, shown);
    ChannelId surprise = channel(guild, ada, "birthday-surprise", "Not a word to Grace", hidden);

    say(general(guild), ada, "Welcome, Grace! Thermos or hot-water bottle?", at);
    say(
        general(guild),
        grace,
        "Both. I once waited three hours for a satellite.",
        at.plusSeconds(95));
    say(
        tonight,
        ada,
        "Clear until two. Meet at the mill, bring the red lamp.",
        at.plusSeconds(900));
    say(tonight, grace, "On my way. There is a moth in the eyepiece again.", at.plusSeconds(990));
    say(surprise, ada, "Cake in the shape of a lighthouse?", at.plusSeconds(2_000));
  }

  private void compile(Guild guild, Instant at) {
    say(general(guild), grace, "It compiles. Nobody touch anything.", at);
    say(
        general(guild),
        ada,
        "I have a note on the loops. Well, a table. In G.",
        at.plusSeconds(240));
  }

  private ChannelId channel(
      Guild guild, User by, String name, String topic, Overwrite... overwrites) {
    var about = new About(name, topic, false, null);
    var wish = new NewChannel(Channel.Type.TEXT, about, null, List.of(overwrites));
    return done(core.channels.create(guild.id(), by.id(), wish)).id();
  }

  private void say(ChannelId channel, User author, String content, Instant at) {
    var _ = done(core.messages.post(channel, author, new Draft(content, null, null), at));
  }

  private static ChannelId general(Guild guild) {
    ChannelId general = guild.systemChannel();
    if (general == null) {
      throw new IllegalStateException("A new guild has a system channel");
    }
    return general;
  }

  private static <T> T done(GuildOutcome<T> outcome) {
    if (outcome instanceof GuildOutcome.Done<T>(var value)) {
      return value;
    }
    throw new IllegalStateException("The demo's guilds are refused something: " + outcome);
  }
}
