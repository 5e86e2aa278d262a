package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.guild.Member.Joining;
import com.astraof.oauth2.core.guild.Member.Way;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import java.util.Optional;

/**
 * An application brings a user into a guild, by its bot there and with the user's consent to {@code
 * guilds.join}, which the caller has made sure of.
 */
public final class JoinByApp {
  private final GuildDoor door;

  public JoinByApp(GuildStore store) {
    this.door = new GuildDoor(store);
  }

  /**
   * With CREATE_INSTANT_INVITE, and with what each of the wishes needs of the bot.
   *
   * @return the member, or nothing when the user is one already: then nothing changes
   */
  public GuildOutcome<Optional<Member>> join(
      GuildId guild, UserId bot, User user, List<MemberWish> wishes, Act act) {
    var problems = MemberRules.problems(wishes, act.at());
    return problems.isEmpty()
        ? door.change(guild, bot, by -> joined(by, user, wishes, act))
        : new GuildOutcome.Invalid<>(problems);
  }

  private static Decision<GuildOutcome<Optional<Member>>> joined(
      Insider bot, User user, List<MemberWish> wishes, Act act) {
    GuildFacts facts = bot.facts();
    if (!bot.may(Permission.CREATE_INSTANT_INVITE)) {
      return Decision.refused(MISSING_PERMISSIONS);
    }
    if (facts.member(user.id()).isPresent()) {
      return Decision.done(Optional.empty());
    }
    var newcomer = Member.newcomer(user, new Joining(act.at(), Way.APPLICATION, bot.id(), null));
    var refusal =
        MemberRules.refusal(bot, newcomer, wishes)
            .or(() -> Admission.refusal(facts, user.id(), act.at()));
    if (refusal.isPresent()) {
      return Decision.refused(refusal.get());
    }
    var member = MemberRules.applied(newcomer, wishes);
    var application = new ApplicationId(bot.id().value());
    var event =
        AuditEvent.guild(
            Event.JOINED_GUILD_BY_APP, user.id(), application, facts.guild().id(), act);
    return Decision.done(
        Optional.of(member), new GuildEdit.AddMember(member), new GuildEdit.Note(event));
  }
}
