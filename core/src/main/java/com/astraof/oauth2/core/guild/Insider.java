package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.UserId;
import java.util.Optional;

/** A member who wants something of the guild, and what they may do in it. */
record Insider(GuildFacts facts, Member member, Standing standing) {
  /** Empty for who is no member. */
  static Optional<Insider> of(GuildFacts facts, UserId user) {
    return facts.member(user).map(member -> new Insider(facts, member, facts.standing(member)));
  }

  UserId id() {
    return member.id();
  }

  boolean may(Permission permission) {
    return standing.may(permission);
  }

  boolean outranks(Member other) {
    return standing.outranks(facts.standing(other));
  }

  /** Empty for a channel that is hidden from the member. */
  Optional<Channel> viewable(ChannelId id) {
    return facts.channel(id).filter(channel -> standing.may(Permission.VIEW_CHANNEL, channel));
  }
}
