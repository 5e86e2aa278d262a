package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.guild.Member.Restraints;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing to be changed about a member. Nothing of it has been checked. */
public sealed interface MemberWish {
  /** Why it cannot be, on its field of contract 6. */
  default Optional<FieldProblem> problem(Instant now) {
    return Optional.empty();
  }

  /** What it takes to do this to somebody else. */
  Permission needs();

  Member applyTo(Member member);

  /**
   * {@code nick}: 1 to 32 characters.
   *
   * @param nick null for the name that the user has everywhere
   */
  record Nick(@Nullable String nick) implements MemberWish {
    private static final int LONGEST = 32;

    @Override
    public Optional<FieldProblem> problem(Instant now) {
      return nick == null ? Optional.empty() : Length.problem("nick", nick, LONGEST);
    }

    @Override
    public Permission needs() {
      return Permission.MANAGE_NICKNAMES;
    }

    @Override
    public Member applyTo(Member member) {
      return member.withNick(nick);
    }
  }

  /** {@code roles}: these and no others; at most 100. */
  record Roles(Set<RoleId> roles) implements MemberWish {
    private static final int MOST = 100;

    public Roles {
      roles = Set.copyOf(roles);
    }

    @Override
    public Optional<FieldProblem> problem(Instant now) {
      return roles.size() > MOST
          ? Optional.of(new FieldProblem("roles", "A member has at most " + MOST + " roles."))
          : Optional.empty();
    }

    @Override
    public Permission needs() {
      return Permission.MANAGE_ROLES;
    }

    @Override
    public Member applyTo(Member member) {
      return member.with(roles);
    }
  }

  /** {@code mute}. */
  record Mute(boolean on) implements MemberWish {
    @Override
    public Permission needs() {
      return Permission.MUTE_MEMBERS;
    }

    @Override
    public Member applyTo(Member member) {
      Restraints old = member.restraints();
      return member.with(new Restraints(on, old.deaf(), old.timedOutUntil()));
    }
  }

  /** {@code deaf}. */
  record Deaf(boolean on) implements MemberWish {
    @Override
    public Permission needs() {
      return Permission.DEAFEN_MEMBERS;
    }

    @Override
    public Member applyTo(Member member) {
      Restraints old = member.restraints();
      return member.with(new Restraints(old.mute(), on, old.timedOutUntil()));
    }
  }

  /**
   * {@code communication_disabled_until}: at most a year ahead.
   *
   * @param until null to end it
   */
  record TimeOut(@Nullable Instant until) implements MemberWish {
    private static final Duration LONGEST = Duration.ofDays(365);

    @Override
    public Optional<FieldProblem> problem(Instant now) {
      if (until == null || isBetween(until, Instant.EPOCH, now.plus(LONGEST))) {
        return Optional.empty();
      }
      String message = "This is at most " + LONGEST.toDays() + " days ahead.";
      return Optional.of(new FieldProblem("communication_disabled_until", message));
    }

    private static boolean isBetween(Instant instant, Instant first, Instant last) {
      return !instant.isBefore(first) && !instant.isAfter(last);
    }

    @Override
    public Permission needs() {
      return Permission.MODERATE_MEMBERS;
    }

    @Override
    public Member applyTo(Member member) {
      Restraints old = member.restraints();
      return member.with(new Restraints(old.mute(), old.deaf(), until));
    }
  }
}
