package com.astraof.oauth2.core.ending;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.count.Counts;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What has ended, in memory, for as long as access tokens of it might be unexpired: every use of a
 * token asks here and touches no store. Whoever ends something writes it down first and tells it
 * here before anyone is answered, so that it is felt at once; what others write down is read from
 * the feed. Where that was read longer ago than {@link #TRUSTED}, as after a machine's sleep or
 * while the database is away, it is read before a token is accepted.
 */
public final class Endings {
  private static final int LESSONS_BETWEEN_SWEEPS = 1_000;

  /** More than twice as long as a transaction takes, and as clocks of nodes differ. */
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private static final int READINGS_BETWEEN_WHOLE_ONES = 120;

  /** What one node ends, another accepts no longer than this. */
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  /** A feed that is silent for so long does not come back by itself. */
  public static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  /** So long a request waits for another one's question to the feed. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final EndingFeed feed;
  private final Lifetimes lifetimes;
  private final GrantStore grantStore;
  private final Map<GrantId, Ending.OfGrant> grants = new ConcurrentHashMap<>();
  private final Map<Pair, Ending.OfConsent> consents = new ConcurrentHashMap<>();
  private final Map<ApplicationId, Ending.OfApplication> applications = new ConcurrentHashMap<>();
  private final AtomicReference<Ending.OfEverything> everything =
      new AtomicReference<>(Ending.OfEverything.NEVER);
  private final AtomicInteger lessons = new AtomicInteger();
  private final AtomicInteger readings = new AtomicInteger();
  private final ReentrantLock catchingUp = new ReentrantLock();
  private final Counts<EndingKind> counts = new Counts<>(EndingKind.class);
  private volatile Instant followedAt;

  public Endings(EndingFeed feed, GrantStore grantStore, Lifetimes lifetimes, InstantSource clock) {
    this.feed = feed;
    this.lifetimes = lifetimes;
    this.grantStore = grantStore;
    this.followedAt = clock.instant();
    follow(followedAt);
  }

  /**
   * Reads what others have ended: what is new since the last time with an overlap, so that none
   * that was committed late is missed, and now and then all of it.
   */
  public void follow(Instant now) {
    boolean isWhole = readings.getAndIncrement() % READINGS_BETWEEN_WHOLE_ONES == 0;
    Instant last = followedAt.isBefore(now) ? followedAt : now;
    feed.since(isWhole ? now.minus(lifetimes.access()) : last.minus(OVERLAP))
        .forEach(this::remember);
    followedAt = now;
    if (isWhole) {
      forgetExpired(now);
    }
  }

  /** How long ago the feed answered for the last time. */
  public Duration silence(Instant now) {
    return Duration.between(followedAt, now).abs();
  }

  /** How often what was ended here. */
  public Counts<EndingKind> counts() {
    return counts;
  }

  /** Ends the grant: on disk, and felt here, when it returns. */
  public void revoke(GrantId id, RevocationReason reason, Act act) {
    grantStore.revoke(id, reason, act);
    counts.count(EndingKind.of(reason));
    learn(new Ending.OfGrant(id, act.at()));
  }

  /** Ends a token that an application has for itself, likewise. */
  public void revokeOwn(GrantId id, ApplicationId application, Act act) {
    grantStore.revokeOwn(id, application, act);
    counts.count(EndingKind.GIVEN_BACK);
    learn(new Ending.OfGrant(id, act.at()));
  }

  /** Felt from now on. It is on disk already. */
  public void learn(Ending ending) {
    remember(ending);
    switch (ending) {
      case Ending.OfGrant _ -> {}
      case Ending.OfConsent _ -> counts.count(EndingKind.CONSENT_WITHDRAWN);
      case Ending.OfApplication _ -> counts.count(EndingKind.APPLICATION_DELETED);
      case Ending.OfEverything _ -> {}
    }
    if (lessons.incrementAndGet() % LESSONS_BETWEEN_SWEEPS == 0) {
      forgetExpired(ending.at());
    }
  }

  /**
   * Whether the token is void.
   *
   * @throws OutOfTouch when that cannot be told, because others may have ended it
   */
  public boolean reach(AccessToken token, Instant now) {
    if (isOutOfTouch(now)) {
      catchUp(now);
    }
    if (token.life().issuedAt().isBefore(everything.get().at())) {
      return true;
    }
    if (grants.containsKey(token.grant())) {
      return true;
    }
    var ended = applications.get(token.application());
    if (ended != null && token.life().issuedAt().isBefore(ended.validFrom())) {
      return true;
    }
    var withdrawn = consents.get(new Pair(token.user(), token.application()));
    return withdrawn != null && !token.consentSince().isAfter(withdrawn.through());
  }

  /** Whether a code or a waiting device of this age is void, whomever it was issued to. */
  public boolean reach(Instant issuedAt) {
    return issuedAt.isBefore(everything.get().issuedBefore());
  }

  private boolean isOutOfTouch(Instant now) {
    return silence(now).compareTo(TRUSTED) > 0;
  }

  /** As after a machine's sleep, when the feed would answer if only somebody asked. */
  private void catchUp(Instant now) {
    try {
      if (!catchingUp.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new OutOfTouch(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutOfTouch(e);
    }
    try {
      if (isOutOfTouch(now)) {
        follow(now);
      }
    } catch (RuntimeException e) {
      throw new OutOfTouch(e);
    } finally {
      catchingUp.unlock();
    }
  }

  private void remember(Ending ending) {
    switch (ending) {
      case Ending.OfGrant grant -> grants.put(grant.grant(), grant);
      case Ending.OfConsent consent ->
          consents.merge(
              new Pair(consent.user(), consent.application()),
              consent,
              (one, other) -> one.through().isAfter(other.through()) ? one : other);
      case Ending.OfApplication application ->
          applications.merge(
              application.application(),
              application,
              (one, other) -> one.at().isAfter(other.at()) ? one : other);
      case Ending.OfEverything all -> everything.accumulateAndGet(all, Ending.OfEverything::and);
    }
  }

  private void forgetExpired(Instant now) {
    Instant oldest = now.minus(lifetimes.access());
    grants.values().removeIf(ending -> ending.at().isBefore(oldest));
    consents.values().removeIf(ending -> ending.at().isBefore(oldest));
    applications.values().removeIf(ending -> ending.at().isBefore(oldest));
  }

  private record Pair(UserId user, ApplicationId application) {}
}
