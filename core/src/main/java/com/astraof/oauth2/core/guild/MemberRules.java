package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_ROLE;

import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may wish what for a member. Rank over the member comes on top; who comes in has none. */
final class MemberRules {
  private MemberRules() {}

  static List<FieldProblem> problems(List<MemberWish> wishes, Instant now) {
    return wishes.stream().map(wish -> wish.problem(now)).flatMap(Optional::stream).toList();
  }

  static Member applied(Member member, List<MemberWish> wishes) {
    Member after = member;
    for (MemberWish wish : wishes) {
      after = wish.applyTo(after);
    }
    return after;
  }

  /** Empty when the insider may have all of them fulfilled. */
  static Optional<GuildRefusal> refusal(Insider by, Member member, List<MemberWish> wishes) {
    return wishes.stream()
        .map(wish -> refusal(by, member, wish))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<GuildRefusal> refusal(Insider by, Member member, MemberWish wish) {
    boolean ofThemselves = by.id().equals(member.id());
    return switch (wish) {
      case MemberWish.Nick _ when ofThemselves && by.may(Permission.CHANGE_NICKNAME) ->
          Optional.empty();
      case MemberWish.Nick _ -> unless(by.may(wish.needs()));
      case MemberWish.Roles(var roles) -> refusal(by, roles, changed(member.roles(), roles));
      // Nobody lifts what was laid upon them, whatever else they may do.
      case MemberWish.Mute _, MemberWish.Deaf _, MemberWish.TimeOut _ ->
          unless(by.may(wish.needs()) && (!ofThemselves || by.standing().isOwner()));
    };
  }

  /**
   * Hierarchy: nobody gives or takes a role that is not below their own, or that came with a bot.
   */
  static Optional<GuildRefusal> refusal(Insider by, Set<RoleId> named, Set<RoleId> moved) {
    GuildFacts facts = by.facts();
    for (RoleId id : named) {
      if (facts.role(id).filter(role -> !role.isEveryone()).isEmpty()) {
        return Optional.of(UNKNOWN_ROLE);
      }
    }
    return unless(
        (moved.isEmpty() || by.may(Permission.MANAGE_ROLES))
            && facts.roles().stream()
                .filter(role -> moved.contains(role.id()))
                .allMatch(role -> role.managedBy() == null && by.standing().outranks(role)));
  }

  private static Set<RoleId> changed(Set<RoleId> before, Set<RoleId> after) {
    var changed = new HashSet<RoleId>();
    before.stream().filter(role -> !after.contains(role)).forEach(changed::add);
    after.stream().filter(role -> !before.contains(role)).forEach(changed::add);
    return changed;
  }

  private static Optional<GuildRefusal> unless(boolean allowed) {
    return allowed ? Optional.empty() : Optional.of(MISSING_PERMISSIONS);
  }
}
