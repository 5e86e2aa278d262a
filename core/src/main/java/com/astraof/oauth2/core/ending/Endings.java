package com.astraof.oauth2.core.ending;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What has ended, in memory, for as long as access tokens of it might be unexpired: every use of a
 * token asks here and touches no store. Whoever ends something writes it down first and tells it
 * here before anyone is answered, so that it is felt at once.
 */
public final class Endings {
  private static final int LESSONS_BETWEEN_SWEEPS = 1_000;

  private final Lifetimes lifetimes;
  private final GrantStore grantStore;
  private final Map<GrantId, Ending.OfGrant> grants = new ConcurrentHashMap<>();
  private final Map<Pair, Ending.OfConsent> consents = new ConcurrentHashMap<>();
  private final Map<ApplicationId, Ending.OfApplication> applications = new ConcurrentHashMap<>();
  private final AtomicInteger lessons = new AtomicInteger();

  public Endings(EndingFeed feed, GrantStore grantStore, Lifetimes lifetimes, InstantSource clock) {
    this.lifetimes = lifetimes;
    this.grantStore = grantStore;
    feed.since(clock.instant().minus(lifetimes.access())).forEach(this::remember);
  }

  /** Ends the grant: on disk, and felt here, when it returns. */
  public void revoke(GrantId id, RevocationReason reason, Act act) {
    grantStore.revoke(id, reason, act);
    learn(new Ending.OfGrant(id, act.at()));
  }

  /** Ends a token that an application has for itself, likewise. */
  public void revokeOwn(GrantId id, ApplicationId application, Act act) {
    grantStore.revokeOwn(id, application, act);
    learn(new Ending.OfGrant(id, act.at()));
  }

  /** Felt from now on. It is on disk already. */
  public void learn(Ending ending) {
    remember(ending);
    if (lessons.incrementAndGet() % LESSONS_BETWEEN_SWEEPS == 0) {
      forgetExpired(ending.at());
    }
  }

  /**
   * Whether the tokens of such a grant are void.
   *
   * @param consentSince the consent that the grant was opened under
   */
  public boolean reach(
      GrantId grant, UserId user, ApplicationId application, Instant consentSince) {
    if (grants.containsKey(grant) || applications.containsKey(application)) {
      return true;
    }
    var withdrawn = consents.get(new Pair(user, application));
    return withdrawn != null && !consentSince.isAfter(withdrawn.through());
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
          applications.put(application.application(), application);
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
