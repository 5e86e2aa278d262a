package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MAX_GUILD_ROLES;
import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_ROLE;

import com.astraof.oauth2.core.guild.Role.Look;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The roles of a guild: made, changed and deleted with MANAGE_ROLES by who outranks them, and never
 * with a permission that their maker does not hold (contract 3, step 4). What came with a bot
 * leaves with it and not otherwise.
 */
public final class Roles {
  static final int MOST = 250;

  private final GuildDoor door;
  private final Snowflakes snowflakes;

  public Roles(GuildStore store, Snowflakes snowflakes) {
    this.door = new GuildDoor(store);
    this.snowflakes = snowflakes;
  }

  /** All of them, @everyone too, the highest first. */
  public GuildOutcome<List<Role>> list(GuildId guild, UserId caller) {
    return door.read(guild, caller, insider -> GuildOutcome.done(insider.facts().roles()));
  }

  /** With the permissions of a new guild's @everyone, as far as its maker holds them. */
  public GuildOutcome<Role> create(GuildId guild, UserId caller, List<RoleWish> wishes) {
    var problems = problems(wishes);
    RoleId id = snowflakes.newRole();
    return problems.isEmpty()
        ? door.change(guild, caller, by -> created(by, id, wishes))
        : new GuildOutcome.Invalid<>(problems);
  }

  private static Decision<GuildOutcome<Role>> created(
      Insider by, RoleId id, List<RoleWish> wishes) {
    Permissions usual = Permissions.DEFAULT.and(by.standing().inGuild());
    var bare = Role.made(id, by.facts().guild().id(), Look.named("new role"), usual);
    Role role = applied(bare, wishes);
    if (!by.standing().mayGrant(role.permissions())) {
      return Decision.refused(MISSING_PERMISSIONS);
    }
    return by.facts().roles().size() < MOST
        ? Decision.done(role, new GuildEdit.AddRole(role))
        : Decision.refused(MAX_GUILD_ROLES);
  }

  /** Of @everyone, which all outrank who may manage roles, the permissions alone. */
  public GuildOutcome<Role> edit(GuildId guild, UserId caller, RoleId id, List<RoleWish> wishes) {
    var problems = problems(wishes);
    return problems.isEmpty()
        ? change(guild, caller, id, (by, role) -> edited(by, role, wishes))
        : new GuildOutcome.Invalid<>(problems);
  }

  private static Decision<GuildOutcome<Role>> edited(Insider by, Role role, List<RoleWish> wishes) {
    Role wished = applied(role, wishes);
    Role after = role.isEveryone() ? role.with(wished.permissions()) : wished;
    boolean inReach = role.isEveryone() || by.standing().outranks(role);
    boolean grants = !after.permissions().equals(role.permissions());
    return by.may(Permission.MANAGE_ROLES)
            && inReach
            && (!grants || by.standing().mayGrant(after.permissions()))
        ? Decision.done(after, new GuildEdit.ChangeRole(after))
        : Decision.refused(MISSING_PERMISSIONS);
  }

  public GuildOutcome<Role> delete(GuildId guild, UserId caller, RoleId id) {
    return change(guild, caller, id, Roles::deleted);
  }

  private static Decision<GuildOutcome<Role>> deleted(Insider by, Role role) {
    if (role.isEveryone()) {
      return Decision.refused(UNKNOWN_ROLE);
    }
    return by.may(Permission.MANAGE_ROLES)
            && by.standing().outranks(role)
            && role.managedBy() == null
        ? Decision.done(role, new GuildEdit.RemoveRole(role.id()))
        : Decision.refused(MISSING_PERMISSIONS);
  }

  private GuildOutcome<Role> change(
      GuildId guild,
      UserId caller,
      RoleId id,
      BiFunction<Insider, Role, Decision<GuildOutcome<Role>>> rule) {
    return door.change(
        guild,
        caller,
        by ->
            by.facts()
                .role(id)
                .map(role -> rule.apply(by, role))
                .orElseGet(() -> Decision.refused(UNKNOWN_ROLE)));
  }

  private static List<FieldProblem> problems(List<RoleWish> wishes) {
    return wishes.stream().map(RoleWish::problem).flatMap(Optional::stream).toList();
  }

  private static Role applied(Role role, List<RoleWish> wishes) {
    Role after = role;
    for (RoleWish wish : wishes) {
      after = wish.applyTo(after);
    }
    return after;
  }
}
