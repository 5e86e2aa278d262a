package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_GUILD;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_MEMBER;
import static com.astraof.oauth2.core.guild.GuildRefusal.USER_OWNS_GUILDS;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The members of a guild. Whoever changes somebody else outranks them, so that nobody touches the
 * owner.
 */
public final class Members {
  private final GuildStore store;
  private final GuildDoor door;

  public Members(GuildStore store) {
    this.store = store;
    this.door = new GuildDoor(store);
  }

  /** By ascending id from above {@code after}. */
  public GuildOutcome<List<Member>> list(GuildId guild, UserId caller, UserId after, int limit) {
    return door.read(guild, caller, GuildOutcome::done)
        .then(_ -> GuildOutcome.done(store.members(guild, after, limit)));
  }

  public GuildOutcome<Member> find(GuildId guild, UserId caller, UserId user) {
    return door.read(
        guild,
        caller,
        insider ->
            insider
                .facts()
                .member(user)
                .map(GuildOutcome::done)
                .orElseGet(() -> GuildOutcome.refused(UNKNOWN_MEMBER)));
  }

  /** All of the wishes, or none. */
  public GuildOutcome<Member> edit(
      GuildId guild, UserId caller, UserId user, List<MemberWish> wishes, Instant now) {
    var problems = MemberRules.problems(wishes, now);
    return problems.isEmpty()
        ? change(guild, caller, user, (by, member) -> edited(by, member, wishes))
        : new GuildOutcome.Invalid<>(problems);
  }

  private static Decision<GuildOutcome<Member>> edited(
      Insider by, Member member, List<MemberWish> wishes) {
    if (!by.id().equals(member.id()) && !by.outranks(member)) {
      return Decision.refused(MISSING_PERMISSIONS);
    }
    return MemberRules.refusal(by, member, wishes)
        .<Decision<GuildOutcome<Member>>>map(Decision::refused)
        .orElseGet(() -> changed(MemberRules.applied(member, wishes)));
  }

  private static Decision<GuildOutcome<Member>> changed(Member after) {
    return Decision.done(after, new GuildEdit.ChangeMember(after));
  }

  /** Gives a role, or takes it. */
  public GuildOutcome<Member> moveRole(
      GuildId guild, UserId caller, UserId user, RoleId role, boolean give) {
    return change(guild, caller, user, (by, member) -> moved(by, member, role, give));
  }

  private static Decision<GuildOutcome<Member>> moved(
      Insider by, Member member, RoleId role, boolean give) {
    var refusal = MemberRules.refusal(by, Set.of(role), Set.of(role));
    if (refusal.isPresent()) {
      return Decision.refused(refusal.get());
    }
    if (!by.id().equals(member.id()) && !by.outranks(member)) {
      return Decision.refused(MISSING_PERMISSIONS);
    }
    var roles = new HashSet<>(member.roles());
    boolean _ = give ? roles.add(role) : roles.remove(role);
    return changed(member.with(roles));
  }

  public GuildOutcome<Member> kick(GuildId guild, UserId caller, UserId user, Act act) {
    return change(
        guild,
        caller,
        user,
        (by, member) ->
            by.may(Permission.KICK_MEMBERS) && by.outranks(member)
                ? new Decision<>(
                    GuildOutcome.done(member),
                    Departure.of(member, by.facts(), Event.REMOVED_FROM_GUILD, act))
                : Decision.refused(MISSING_PERMISSIONS));
  }

  private GuildOutcome<Member> change(
      GuildId guild,
      UserId caller,
      UserId user,
      BiFunction<Insider, Member, Decision<GuildOutcome<Member>>> rule) {
    return door.change(
        guild,
        caller,
        by ->
            by.facts()
                .member(user)
                .map(member -> rule.apply(by, member))
                .orElseGet(() -> Decision.refused(UNKNOWN_MEMBER)));
  }

  /** To who is no member, the guild is unknown. */
  public GuildOutcome<Member> leave(GuildId guild, UserId user, Act act) {
    return store
        .change(
            guild,
            facts ->
                facts
                    .member(user)
                    .map(member -> left(member, facts, act))
                    .orElseGet(Members::notIn))
        .orElseGet(() -> GuildOutcome.refused(UNKNOWN_GUILD));
  }

  private static Decision<GuildOutcome<Member>> notIn() {
    return Decision.refused(UNKNOWN_GUILD);
  }

  private static Decision<GuildOutcome<Member>> left(Member member, GuildFacts facts, Act act) {
    return facts.guild().owner().equals(member.id())
        ? Decision.refused(USER_OWNS_GUILDS)
        : new Decision<>(GuildOutcome.done(member), Departure.of(member, facts, null, act));
  }
}
