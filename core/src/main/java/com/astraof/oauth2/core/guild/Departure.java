package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a member goes. A bot takes the role along that came with it. */
final class Departure {
  private Departure() {}

  /**
   * @param what how the audit log of a person calls it; null for going of one's own accord
   */
  static List<GuildEdit> of(Member member, GuildFacts facts, @Nullable Event what, Act act) {
    var edits = new ArrayList<GuildEdit>();
    edits.add(new GuildEdit.RemoveMember(member.id()));
    if (member.user().isBot()) {
      edits.addAll(ofBot(member.id(), facts, act));
    } else if (what != null) {
      edits.add(note(what, member.id(), null, facts, act));
    }
    return edits;
  }

  private static List<GuildEdit> ofBot(UserId bot, GuildFacts facts, Act act) {
    var application = new ApplicationId(bot.value());
    var edits = new ArrayList<GuildEdit>();
    for (Role role : facts.roles()) {
      if (application.equals(role.managedBy())) {
        edits.add(new GuildEdit.RemoveRole(role.id()));
      }
    }
    edits.add(note(Event.BOT_REMOVED, concerned(facts, act), application, facts, act));
    return edits;
  }

  /** Who did it; the owner of the guild where no person did. */
  private static UserId concerned(GuildFacts facts, Act act) {
    return switch (act.who()) {
      case Who.Person(var id) -> id;
      case Who.App _, Who.Operator _, Who.Stranger _ -> facts.guild().owner();
    };
  }

  private static GuildEdit note(
      Event what, UserId user, @Nullable ApplicationId application, GuildFacts facts, Act act) {
    return new GuildEdit.Note(AuditEvent.guild(what, user, application, facts.guild().id(), act));
  }
}
