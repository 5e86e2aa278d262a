package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.guild.Overwrite.Target;
import com.astraof.oauth2.core.id.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one member may do in a guild and its channels: contract 3.
 *
 * @param roles the member's own, without @everyone
 */
public record Standing(UserId user, boolean isOwner, Role everyone, List<Role> roles) {
  public Standing {
    roles = List.copyOf(roles);
  }

  /** Steps 1 and 2: in the guild as a whole. */
  public Permissions inGuild() {
    return Permissions.ofMember(
        isOwner, everyone.permissions(), roles.stream().map(Role::permissions).toList());
  }

  /** Step 3: in one channel of the guild. */
  public Permissions in(Channel channel) {
    Permissions base = inGuild();
    if (base.contains(Permission.ADMINISTRATOR)) {
      return Permissions.ALL;
    }
    var own = new HashSet<Target>();
    roles.forEach(role -> own.add(new Target.OfRole(role.id())));
    Permissions forEveryone = after(base, channel, Set.of(new Target.OfRole(everyone.id())));
    Permissions forRoles = after(forEveryone, channel, own);
    return after(forRoles, channel, Set.of(new Target.OfMember(user)));
  }

  /** All overwrites of these targets at once, so that among roles an allowance wins. */
  private static Permissions after(Permissions before, Channel channel, Set<Target> targets) {
    Permissions allow = Permissions.NONE;
    Permissions deny = Permissions.NONE;
    for (Overwrite overwrite : channel.overwrites()) {
      if (targets.contains(overwrite.target())) {
        allow = allow.or(overwrite.allow());
        deny = deny.or(overwrite.deny());
      }
    }
    return before.minus(deny).or(allow);
  }

  public boolean may(Permission permission) {
    return inGuild().contains(permission);
  }

  public boolean may(Permission permission, Channel channel) {
    return in(channel).contains(permission);
  }

  /** Step 4: nobody hands on what they do not hold themselves. */
  public boolean mayGrant(Permissions permissions) {
    return may(Permission.MANAGE_ROLES) && inGuild().containsAll(permissions);
  }

  /** Step 4: whether the role is below the member's highest. */
  public boolean outranks(Role role) {
    return isOwner || roles.stream().anyMatch(own -> own.isAbove(role));
  }

  /** Whether the other's highest role is below this member's. Nobody outranks the owner. */
  public boolean outranks(Standing other) {
    return !other.isOwner && outranks(everyone) && other.roles.stream().allMatch(this::outranks);
  }
}
