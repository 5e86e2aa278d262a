package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user in a guild (contract 2.6).
 *
 * @param nick what the user is called there; null for as everywhere
 * @param roles without @everyone
 */
public record Member(
    User user, Joining joining, @Nullable String nick, Set<RoleId> roles, Restraints restraints) {
  public Member {
    roles = Set.copyOf(roles);
  }

  /** Someone who has just come in. */
  public static Member newcomer(User user, Joining joining) {
    return new Member(user, joining, null, Set.of(), Restraints.NONE);
  }

  public UserId id() {
    return user.id();
  }

  public Member withNick(@Nullable String changed) {
    return new Member(user, joining, changed, roles, restraints);
  }

  public Member with(Set<RoleId> changed) {
    return new Member(user, joining, nick, changed, restraints);
  }

  public Member with(Restraints changed) {
    return new Member(user, joining, nick, roles, changed);
  }

  /**
   * How the user came in.
   *
   * @param way null for the one who founded the guild
   * @param inviter null when nobody invited
   * @param invite the code of the invite; null when there was none
   */
  public record Joining(
      Instant at, @Nullable Way way, @Nullable UserId inviter, @Nullable String invite) {}

  /** The number that travels as {@code join_source_type}. */
  public enum Way {
    INVITE(0),
    /** A bot that was added, or a user whom an application brought in. */
    APPLICATION(1);

    private final int wire;

    Way(int wire) {
      this.wire = wire;
    }

    public int wire() {
      return wire;
    }
  }

  /**
   * What moderators have taken from the member.
   *
   * @param timedOutUntil null for never
   */
  public record Restraints(boolean mute, boolean deaf, @Nullable Instant timedOutUntil) {
    public static final Restraints NONE = new Restraints(false, false, null);

    public boolean isTimedOut(Instant now) {
      return timedOutUntil != null && now.isBefore(timedOutUntil);
    }
  }
}
