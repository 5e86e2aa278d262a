package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A guild at one moment, for a rule that decides on it: the rule reads as much as it needs, and no
 * longer than it runs.
 */
public interface GuildFacts {
  Guild guild();

  /** All of them, @everyone too, the highest first. */
  List<Role> roles();

  Optional<Member> member(UserId user);

  int memberCount();

  /** In the order of their places. */
  List<Channel> channels();

  Optional<Channel> channel(ChannelId id);

  boolean isBanned(UserId user, Instant now);

  Optional<Invite> invite(String code);

  /** How many invites still work. */
  int inviteCount(Instant now);

  /** How many guilds the user is in, this one or others. */
  int guildsOf(UserId user);

  default Optional<Role> role(RoleId id) {
    return roles().stream().filter(role -> role.id().equals(id)).findFirst();
  }

  /** What the user may do; empty for who is no member. */
  default Optional<Standing> standing(UserId user) {
    return member(user).map(this::standing);
  }

  default Standing standing(Member member) {
    var everyone = role(RoleId.everyone(guild().id())).orElseThrow();
    var own = roles().stream().filter(role -> member.roles().contains(role.id())).toList();
    return new Standing(member.id(), guild().owner().equals(member.id()), everyone, own);
  }
}
