package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_USER;

import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may not come into a guild: decided with BAN_MEMBERS, about members one outranks and others.
 */
public final class Bans {
  private final GuildDoor door;
  private final UserStore users;

  public Bans(GuildStore store, UserStore users) {
    this.door = new GuildDoor(store);
    this.users = users;
  }

  /** A member goes with it, and so does what they wrote lately, if that is wished. */
  public GuildOutcome<UserId> ban(GuildId guild, UserId caller, UserId user, Wish wish, Act act) {
    var problems = wish.problems();
    boolean isKnown = users.find(user).isPresent();
    return problems.isEmpty()
        ? door.change(
            guild,
            caller,
            by -> isKnown ? banned(by, user, wish, act) : Decision.refused(UNKNOWN_USER))
        : new GuildOutcome.Invalid<>(problems);
  }

  private static Decision<GuildOutcome<UserId>> banned(
      Insider by, UserId user, Wish wish, Act act) {
    var member = by.facts().member(user);
    if (!by.may(Permission.BAN_MEMBERS) || !member.map(by::outranks).orElse(true)) {
      return Decision.refused(MISSING_PERMISSIONS);
    }
    var edits = new ArrayList<GuildEdit>();
    edits.add(new GuildEdit.AddBan(wish.ban(user, by.id(), act.at())));
    if (wish.deleteDays() > 0) {
      Instant since = act.at().minus(Duration.ofDays(wish.deleteDays()));
      edits.add(new GuildEdit.DeleteMessages(user, since));
    }
    member.ifPresent(
        one -> edits.addAll(Departure.of(one, by.facts(), Event.BANNED_FROM_GUILD, act)));
    return new Decision<>(GuildOutcome.done(user), edits);
  }

  /** Does nothing to who is not banned. */
  public GuildOutcome<UserId> lift(GuildId guild, UserId caller, UserId user) {
    return door.change(
        guild,
        caller,
        by ->
            by.may(Permission.BAN_MEMBERS)
                ? Decision.done(user, new GuildEdit.LiftBan(user))
                : Decision.refused(MISSING_PERMISSIONS));
  }

  /**
   * How somebody is to be banned. Nothing of it has been checked.
   *
   * @param deleteDays of how many days what they wrote goes too
   * @param reason null for none
   * @param seconds how long it holds; 0 for good
   */
  public record Wish(int deleteDays, @Nullable String reason, int seconds) {
    private static final int MOST_DAYS = 7;
    private static final int LONGEST_REASON = 512;

    private List<FieldProblem> problems() {
      var problems = new ArrayList<FieldProblem>();
      if (deleteDays < 0 || deleteDays > MOST_DAYS) {
        problems.add(new FieldProblem("delete_message_days", "This is 0 to " + MOST_DAYS + "."));
      }
      if (reason != null) {
        Length.problem("reason", reason, LONGEST_REASON).ifPresent(problems::add);
      }
      if (seconds < 0) {
        problems.add(new FieldProblem("ban_duration_seconds", "This is not negative."));
      }
      return problems;
    }

    private Ban ban(UserId user, UserId by, Instant now) {
      return new Ban(user, by, reason, now, seconds == 0 ? null : now.plusSeconds(seconds));
    }
  }
}
