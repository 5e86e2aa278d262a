package com.astraof.oauth2.core.insight;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.insight.InsightStore.ApplicationDay;
import com.astraof.oauth2.core.insight.InsightStore.Refused;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.TokenRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes notes in memory, and writes them every few seconds. No request waits for a write, and none
 * can make it grow: of more refusals than {@value #MOST_A_MINUTE} a minute and application, or
 * {@value #MOST_WAITING} that wait, nothing but the number is kept.
 */
public final class InsightNotes {
  static final int MOST_A_MINUTE = 20;
  static final int MOST_WAITING = 1_000;
  private static final int MOST_COUNTED = 100_000;

  /** Steps of a flow that goes on. */
  private static final Set<OAuthError.Code> NO_REFUSALS =
      EnumSet.of(
          OAuthError.Code.AUTHORIZATION_PENDING,
          OAuthError.Code.SLOW_DOWN,
          OAuthError.Code.USE_DPOP_NONCE);

  private final InsightStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private Map<ApplicationDay, Tally> counts = new HashMap<>();
  private List<Refused> waiting = new ArrayList<>();
  private final Map<ApplicationId, Integer> noted = new HashMap<>();
  private Instant minute = Instant.EPOCH;

  public InsightNotes(InsightStore store) {
    this.store = store;
  }

  /** The application got tokens. */
  public void issued(ApplicationId application, TokenRequest request, Instant now) {
    switch (request) {
      case TokenRequest.Code _, TokenRequest.Device _ -> count(application, Tally.GRANT, now);
      case TokenRequest.Refresh _ -> count(application, Tally.REFRESH, now);
      case TokenRequest.Own _, TokenRequest.Unsupported() -> {}
    }
  }

  public void refused(ApplicationId application, Refusal refusal) {
    if (NO_REFUSALS.contains(refusal.error())) {
      return;
    }
    count(application, Tally.REFUSAL, refusal.at());
    lock.lock();
    try {
      if (waiting.size() < MOST_WAITING && isWithinRate(application, refusal.at())) {
        waiting.add(new Refused(application, refusal));
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isWithinRate(ApplicationId application, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      minute = now;
      noted.clear();
    }
    return noted.merge(application, 1, Integer::sum) <= MOST_A_MINUTE;
  }

  private void count(ApplicationId application, Tally one, Instant now) {
    lock.lock();
    try {
      if (counts.size() < MOST_COUNTED) {
        counts.merge(new ApplicationDay(application, day(now)), one, Tally::plus);
      }
    } finally {
      lock.unlock();
    }
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Writes what was noted; what cannot be written waits on. */
  public void write() {
    Taken taken = take();
    if (taken.counts().isEmpty()) {
      return;
    }
    try {
      store.add(taken.counts(), taken.refusals());
    } catch (RuntimeException e) {
      giveBack(taken);
      throw e;
    }
  }

  private Taken take() {
    lock.lock();
    try {
      var taken = new Taken(counts, waiting);
      counts = new HashMap<>();
      waiting = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(Taken taken) {
    lock.lock();
    try {
      taken.counts().forEach((day, tally) -> counts.merge(day, tally, Tally::plus));
      taken.refusals().addAll(waiting);
      waiting = taken.refusals();
    } finally {
      lock.unlock();
    }
  }

  public Insights read(ApplicationId application, Instant now) {
    return store.read(application, day(now));
  }

  private record Taken(Map<ApplicationDay, Tally> counts, List<Refused> refusals) {}
}
