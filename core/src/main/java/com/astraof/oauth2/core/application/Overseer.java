package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.secret.Entropy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operator's decisions about applications. Disabling ends all that an application holds, and
 * enabling it again brings none of that back; what people have approved stays, and may be used
 * anew.
 */
public final class Overseer {
  private final ApplicationStore applications;
  private final Entropy entropy;

  public Overseer(ApplicationStore applications, Entropy entropy) {
    this.applications = applications;
    this.entropy = entropy;
  }

  /** The operator has made sure that it is what its name says. */
  public Outcome verify(ApplicationId id, Instant now) {
    return decide(id, Event.APPLICATION_VERIFIED, now, old -> with(old, verified(old, now)));
  }

  private static Oversight verified(Application old, Instant now) {
    return old.oversight().isVerified() ? old.oversight() : old.oversight().verified(now);
  }

  public Outcome unverify(ApplicationId id, Instant now) {
    return decide(
        id, Event.APPLICATION_UNVERIFIED, now, old -> with(old, old.oversight().unverified()));
  }

  /**
   * Ends its codes, tokens and waiting devices, and the token of its bot.
   *
   * @param reason for its owner; null for none
   */
  public Outcome disable(ApplicationId id, @Nullable String reason, Instant now) {
    return decide(id, Event.APPLICATION_DISABLED, now, old -> disabled(old, reason, now));
  }

  private Application disabled(Application old, @Nullable String reason, Instant now) {
    if (old.oversight().disabled() != null) {
      return old;
    }
    var unknown = NewSecret.generate(entropy, now).kept().hash();
    var bot = new BotSettings(old.bot().isPublic(), old.bot().requiresCodeGrant(), unknown);
    return with(old, old.oversight().disabled(now, reason)).with(bot);
  }

  /**
   * Lets it begin anew, within two seconds: by then every node has learned of it and refuses no new
   * token. At a full second, for access tokens know no finer time, and none from before may come
   * back.
   */
  public Outcome enable(ApplicationId id, Instant now) {
    return decide(
        id,
        Event.APPLICATION_ENABLED,
        now,
        old ->
            old.oversight().disabled() == null
                ? old
                : with(old, old.oversight().enabledFrom(afterAllKnow(now))));
  }

  private static Instant afterAllKnow(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
  }

  /**
   * Lets it call more often than others, or no more often again.
   *
   * @param times as often as others, from 1 to {@link Oversight#MOST_TIMES}
   */
  public Outcome limit(ApplicationId id, int times, Instant now) {
    return decide(
        id, Event.APPLICATION_LIMITED, now, old -> with(old, old.oversight().limited(times)));
  }

  private static Application with(Application old, Oversight oversight) {
    return old.with(old.ownership().with(oversight));
  }

  private Outcome decide(
      ApplicationId id, Event what, Instant now, UnaryOperator<Application> decision) {
    var act = new Act(new Who.Operator(), Place.TERMINAL, now);
    Optional<Application> current = applications.find(id);
    while (current.isPresent()) {
      Application old = current.get();
      Application after = decision.apply(old);
      if (after.equals(old)) {
        return new Outcome.Unchanged(old);
      }
      if (applications.oversee(after, AuditEvent.application(what, old.owner(), id, act))) {
        return new Outcome.Decided(after);
      }
      current = applications.find(id);
    }
    return new Outcome.Unknown();
  }

  /** What became of a decision. */
  public sealed interface Outcome {
    record Decided(Application application) implements Outcome {}

    /** It was so before. */
    record Unchanged(Application application) implements Outcome {}

    record Unknown() implements Outcome {}
  }
}
