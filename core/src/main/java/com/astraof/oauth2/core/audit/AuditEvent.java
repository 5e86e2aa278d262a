package com.astraof.oauth2.core.audit;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of the audit log: who did what to whom, when and from where. */
public record AuditEvent(Event what, Subject subject, Act act) {
  public static AuditEvent account(Event what, UserId user, Act act) {
    return new AuditEvent(what, new Subject(user, null, null, null), act);
  }

  public static AuditEvent application(Event what, UserId owner, ApplicationId id, Act act) {
    return new AuditEvent(what, new Subject(owner, id, null, null), act);
  }

  /** What concerns the whole installation. Nobody has this id, so nobody finds it as their own. */
  public static AuditEvent everybody(Event what, Act act) {
    return account(what, new UserId(0), act);
  }

  /**
   * @param application whose doing it was, or whose bot; null for none
   */
  public static AuditEvent guild(
      Event what, UserId user, @Nullable ApplicationId application, GuildId guild, Act act) {
    return new AuditEvent(what, new Subject(user, application, null, guild), act);
  }

  /**
   * From where, as far as the concerned user may know: where somebody else is, or an app's server,
   * is not theirs to see. A stranger at their account is.
   */
  public Optional<Place> visiblePlace() {
    return switch (act.who()) {
      case Who.Person(var id) when !id.equals(subject.user()) -> Optional.empty();
      case Who.App _, Who.Operator _ -> Optional.empty();
      case Who.Person _, Who.Stranger _ -> Optional.of(act.from());
    };
  }

  /**
   * What it happened to.
   *
   * @param user whose account is concerned, and who finds the event under Security activity
   * @param grant id of the grant, as text
   */
  public record Subject(
      UserId user,
      @Nullable ApplicationId application,
      @Nullable String grant,
      @Nullable GuildId guild) {}
}
