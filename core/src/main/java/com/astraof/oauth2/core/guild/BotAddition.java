package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.BOT_ALREADY_IN_GUILD;
import static com.astraof.oauth2.core.guild.GuildRefusal.MAX_GUILD_ROLES;
import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.guild.Member.Joining;
import com.astraof.oauth2.core.guild.Member.Way;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.id.UserId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Adds an application's bot to a guild: as a member, with a role of the application's name that
 * carries exactly the permissions that were granted. Membership, role and audit event are written
 * as one, or nothing is (contract 8).
 */
public final class BotAddition {
  private final GuildStore guilds;
  private final GuildDoor door;
  private final Snowflakes snowflakes;

  public BotAddition(GuildStore guilds, Snowflakes snowflakes) {
    this.guilds = guilds;
    this.door = new GuildDoor(guilds);
    this.snowflakes = snowflakes;
  }

  /**
   * What the user can decide about the bot in this guild; empty when there is no such guild or the
   * user is not in it.
   */
  public Optional<Prospect> prospect(GuildId guild, UserId user, UserId bot) {
    return guilds
        .read(guild, facts -> facts.standing(user).map(standing -> prospect(facts, standing, bot)))
        .flatMap(found -> found);
  }

  private static Prospect prospect(GuildFacts facts, Standing standing, UserId bot) {
    boolean mayGrant = standing.may(Permission.MANAGE_ROLES);
    return new Prospect(
        facts.guild(),
        standing.may(Permission.MANAGE_GUILD),
        mayGrant ? standing.inGuild() : Permissions.NONE,
        facts.member(bot).isPresent(),
        managedRole(facts, bot).map(Role::permissions).orElse(Permissions.NONE));
  }

  /** Adds a bot that is not in the guild; one that is stays as it is. */
  public GuildOutcome<Guild> add(Invitation invitation, Act act) {
    return decide(invitation, false, act);
  }

  /** Adds the bot or, when it is there, gives it these permissions instead of those it has. */
  public GuildOutcome<Guild> addOrUpdate(Invitation invitation, Act act) {
    return decide(invitation, true, act);
  }

  private GuildOutcome<Guild> decide(Invitation invitation, boolean mayUpdate, Act act) {
    // The id is made before the rule runs, since a rule may run twice.
    RoleId newRole = snowflakes.newRole();
    return door.change(
        invitation.guild(),
        invitation.admin(),
        admin -> new BotRule(admin, invitation, newRole, act).decide(mayUpdate));
  }

  private static Optional<Role> managedRole(GuildFacts facts, UserId bot) {
    var application = new ApplicationId(bot.value());
    return facts.roles().stream().filter(role -> application.equals(role.managedBy())).findFirst();
  }

  /**
   * An admin's wish to have a bot in a guild.
   *
   * @param name of the application, for the role
   * @param granted what the bot shall be able to do in the guild
   */
  public record Invitation(
      GuildId guild, UserId admin, User bot, String name, Permissions granted) {}

  /**
   * A guild as the one who might add a bot to it sees it.
   *
   * @param mayAdd whether the user may add bots there at all
   * @param grantable what the user may hand on
   * @param isThere whether the bot is a member already
   * @param has what it may do there by its own role
   */
  public record Prospect(
      Guild guild, boolean mayAdd, Permissions grantable, boolean isThere, Permissions has) {}

  /** Decides on one invitation to one guild. */
  private record BotRule(Insider admin, Invitation invitation, RoleId newRole, Act act) {

    Decision<GuildOutcome<Guild>> decide(boolean mayUpdate) {
      Permissions granted = invitation.granted();
      if (!admin.may(Permission.MANAGE_GUILD)
          || (!granted.isEmpty() && !admin.standing().mayGrant(granted))) {
        return Decision.refused(MISSING_PERMISSIONS);
      }
      var present = facts().member(invitation.bot().id());
      if (present.isEmpty()) {
        return join();
      }
      return mayUpdate ? update(present.get()) : Decision.refused(BOT_ALREADY_IN_GUILD);
    }

    private Decision<GuildOutcome<Guild>> join() {
      var refusal = Admission.refusalOfBot(facts(), invitation.bot().id(), act.at());
      if (refusal.isPresent()) {
        return Decision.refused(refusal.get());
      }
      var joining = new Joining(act.at(), Way.APPLICATION, admin.id(), null);
      var member = Member.newcomer(invitation.bot(), joining);
      return invitation.granted().isEmpty()
          ? done(new GuildEdit.AddMember(member), note(Event.BOT_ADDED))
          : withRole(new GuildEdit.AddMember(member.with(Set.of(newRole))), note(Event.BOT_ADDED));
    }

    private Decision<GuildOutcome<Guild>> update(Member present) {
      var role = managedRole(facts(), present.id());
      if (role.isEmpty()) {
        return invitation.granted().isEmpty() ? done() : addRole(present);
      }
      if (!admin.may(Permission.MANAGE_ROLES) || !admin.standing().outranks(role.get())) {
        return Decision.refused(MISSING_PERMISSIONS);
      }
      var edit =
          invitation.granted().isEmpty()
              ? new GuildEdit.RemoveRole(role.get().id())
              : new GuildEdit.ChangeRole(role.get().with(invitation.granted()));
      return done(edit, note(Event.BOT_PERMISSIONS_CHANGED));
    }

    private Decision<GuildOutcome<Guild>> addRole(Member present) {
      var roles = new HashSet<>(present.roles());
      roles.add(newRole);
      return withRole(
          new GuildEdit.ChangeMember(present.with(roles)), note(Event.BOT_PERMISSIONS_CHANGED));
    }

    private Decision<GuildOutcome<Guild>> withRole(GuildEdit member, GuildEdit note) {
      var role =
          Role.managed(
              newRole, invitation.guild(), invitation.name(), invitation.granted(), application());
      return facts().roles().size() < Roles.MOST
          ? done(new GuildEdit.AddRole(role), member, note)
          : Decision.refused(MAX_GUILD_ROLES);
    }

    private GuildEdit note(Event what) {
      return new GuildEdit.Note(
          AuditEvent.guild(what, admin.id(), application(), invitation.guild(), act));
    }

    private Decision<GuildOutcome<Guild>> done(GuildEdit... edits) {
      return Decision.done(facts().guild(), edits);
    }

    private ApplicationId application() {
      return new ApplicationId(invitation.bot().id().value());
    }

    private GuildFacts facts() {
      return admin.facts();
    }
  }
}
