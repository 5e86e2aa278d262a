package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authorization.ConsentStore.Standing;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The apps that a user has let in: which they are, when they were last here, and the way out. */
public final class AuthorizedApps {
  private static final Scopes BOT = Scopes.of(Scope.BOT);

  /** The last use is kept only so precisely, to spare a write for each call. */
  private static final Duration PRECISION = Duration.ofHours(1);

  private static final int MOST_NOTED = 100_000;

  private final ConsentStore consents;
  private final Endings endings;
  private final Map<Pair, Instant> noted = new ConcurrentHashMap<>();

  public AuthorizedApps(ConsentStore consents, Endings endings) {
    this.consents = consents;
    this.endings = endings;
  }

  /**
   * Those that still exist, the latest used first. One that may do nothing but bring its bot is not
   * among them: it cannot use the account.
   */
  public List<Standing> of(UserId user) {
    return consents.of(user).stream()
        .filter(standing -> !standing.consent().scopes().minus(BOT).isEmpty())
        .toList();
  }

  /**
   * Takes back all that the user has allowed the app. Its codes, access and refresh tokens for this
   * user are void when this returns; nobody else's are touched.
   */
  public void remove(UserId user, ApplicationId application, Act act) {
    consents
        .withdraw(user, application, act)
        .map(through -> new Ending.OfConsent(user, application, through, act.at()))
        .ifPresent(endings::learn);
  }

  /** An app has just called the API for the user. */
  public void used(UserId user, ApplicationId application, Instant now) {
    var pair = new Pair(user, application);
    Instant last = noted.get(pair);
    if (last != null && now.isBefore(last.plus(PRECISION))) {
      return;
    }
    if (noted.size() >= MOST_NOTED) {
      noted.clear();
    }
    noted.put(pair, now);
    consents.used(user, application, now);
  }

  private record Pair(UserId user, ApplicationId application) {}
}
