package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Channel.Place;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Member.Joining;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import java.util.List;

/** Guilds for the contracts. */
final class Founding {
  static final Joining FOUNDED = new Joining(NOON, null, null, null);

  private Founding() {}

  /** With one text channel, whose id is the next number. */
  static boolean guild(Storage storage, long id, User owner, int most) {
    var general = new ChannelId(id + 1);
    var guild =
        new Guild(new GuildId(id), "Guild " + id, null, owner.id(), general, Guild.FEATURES, NOON);
    var channel =
        Channel.plain(general, guild.id(), Channel.Type.TEXT, "general", new Place(0, null));
    return storage.guilds().create(guild, Member.newcomer(owner, FOUNDED), List.of(channel), most);
  }
}
