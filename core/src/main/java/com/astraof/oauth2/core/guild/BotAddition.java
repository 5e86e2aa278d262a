package com.astraof.oauth2.core.guild;

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
  private static final int MOST_MEMBERS = 10_000;
  private static final int MOST_ROLES = 250;

  private final GuildStore guilds;
  private final Snowflakes snowflakes;

  public BotAddition(GuildStore guilds, Snowflakes snowflakes) {
    this.guilds = guilds;
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
    return guilds
        .change(
            invitation.guild(),
            facts -> {
              var rule = new BotRule(facts, invitation, newRole, act);
              return rule.decide(mayUpdate);
            })
        .orElse(GuildOutcome.refused(GuildRefusal.UNKNOWN_GUILD));
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
  private record BotRule(GuildFacts facts, Invitation invitation, RoleId newRole, Act act) {

    Decision<GuildOutcome<Guild>> decide(boolean mayUpdate) {
      var admin = facts.standing(invitation.admin()).orElse(null);
      if (admin == null || !admin.may(Permission.MANAGE_GUILD)) {
        return refused(GuildRefusal.MISSING_PERMISSIONS);
      }
      Permissions granted = invitation.granted();
      if (!granted.isEmpty() && !admin.mayGrant(granted)) {
        return refused(GuildRefusal.MISSING_PERMISSIONS);
      }
      if (facts.isBanned(invitation.bot().id(), act.at())) {
        return refused(GuildRefusal.USER_BANNED_FROM_GUILD);
      }
      var present = facts.member(invitation.bot().id());
      if (present.isEmpty()) {
        return join();
      }
      return mayUpdate ? update(admin, present.get()) : refused(GuildRefusal.BOT_ALREADY_IN_GUILD);
    }

    private Decision<GuildOutcome<Guild>> join() {
      var joining = new Joining(act.at(), Way.APPLICATION, invitation.admin(), null);
      var member = Member.newcomer(invitation.bot(), joining);
      if (facts.memberCount() >= MOST_MEMBERS) {
        return refused(GuildRefusal.MAX_GUILD_MEMBERS);
      }
      if (invitation.granted().isEmpty()) {
        return done(new GuildEdit.AddMember(member), note(Event.BOT_ADDED));
      }
      if (facts.roles().size() >= MOST_ROLES) {
        return refused(GuildRefusal.MAX_GUILD_ROLES);
      }
      return done(
          new GuildEdit.AddRole(role()),
          new GuildEdit.AddMember(member.with(Set.of(newRole))),
          note(Event.BOT_ADDED));
    }

    private Decision<GuildOutcome<Guild>> update(Standing admin, Member present) {
      var role = managedRole(facts, present.id());
      if (role.isEmpty()) {
        return addRole(present);
      }
      if (!admin.may(Permission.MANAGE_ROLES) || !admin.outranks(role.get())) {
        return refused(GuildRefusal.MISSING_PERMISSIONS);
      }
      var edit =
          invitation.granted().isEmpty()
              ? new GuildEdit.RemoveRole(role.get().id())
              : new GuildEdit.ChangeRole(role.get().with(invitation.granted()));
      return done(edit, note(Event.BOT_PERMISSIONS_CHANGED));
    }

    private Decision<GuildOutcome<Guild>> addRole(Member present) {
      if (invitation.granted().isEmpty()) {
        return done();
      }
      if (facts.roles().size() >= MOST_ROLES) {
        return refused(GuildRefusal.MAX_GUILD_ROLES);
      }
      var roles = new HashSet<>(present.roles());
      roles.add(newRole);
      return done(
          new GuildEdit.AddRole(role()),
          new GuildEdit.ChangeMember(present.with(roles)),
          note(Event.BOT_PERMISSIONS_CHANGED));
    }

    private Role role() {
      return Role.managed(
          newRole, invitation.guild(), invitation.name(), invitation.granted(), application());
    }

    private GuildEdit note(Event what) {
      return new GuildEdit.Note(
          AuditEvent.guild(what, invitation.admin(), application(), invitation.guild(), act));
    }

    private ApplicationId application() {
      return new ApplicationId(invitation.bot().id().value());
    }

    private Decision<GuildOutcome<Guild>> done(GuildEdit... edits) {
      return Decision.of(GuildOutcome.done(facts.guild()), edits);
    }

    private static Decision<GuildOutcome<Guild>> refused(GuildRefusal why) {
      return Decision.only(GuildOutcome.refused(why));
    }
  }
}
