package com.astraof.oauth2.server.fetch;

import com.astraof.oauth2.core.application.ClientKeyRules;
import com.astraof.oauth2.core.application.PublishedKeys.Found;
import com.astraof.oauth2.core.fetch.Documents;
import com.astraof.oauth2.core.fetch.Documents.Fetched;
import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * One client's published keys. They are fetched anew when they are older than five minutes or the
 * wanted one is missing, though never more often than every half minute, and by one request at a
 * time; when that fails, the last good ones do for an hour.
 */
final class PublishedKeySet {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration USABLE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final URI address;
  private final Documents documents;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Seen seen = new Seen(List.of(), Instant.MIN, Instant.MIN, "");

  PublishedKeySet(URI address, Documents documents) {
    this.address = address;
    this.documents = documents;
  }

  Found find(Predicate<JWK> wanted, Instant now) {
    Seen before = seen;
    if (before.settles(wanted, now)) {
      return before.found(now);
    }
    if (!turn.tryLock()) {
      // Somebody is fetching already: what is good enough need not wait for it.
      if (before.has(wanted) && before.isUsable(now)) {
        return before.found(now);
      }
      turn.lock();
    }
    try {
      if (!seen.settles(wanted, now) && seen.mayBeFetched(now)) {
        seen = fetched(seen, now);
      }
      return seen.found(now);
    } finally {
      turn.unlock();
    }
  }

  private Seen fetched(Seen before, Instant now) {
    return switch (documents.fetch(address)) {
      case Fetched.Document(var text, var _) ->
          ClientKeyRules.usable(text)
              .map(keys -> new Seen(keys, now, now, ""))
              .orElseGet(() -> before.after("it is not a JWK Set", now));
      case Fetched.Failed(var why) -> before.after(why, now);
    };
  }

  /**
   * @param trouble why it could not be fetched the last time; empty when it could
   */
  private record Seen(List<JWK> keys, Instant fetchedAt, Instant triedAt, String trouble) {
    Seen after(String failure, Instant now) {
      return new Seen(keys, fetchedAt, now, failure);
    }

    boolean settles(Predicate<JWK> wanted, Instant now) {
      return has(wanted) && now.isBefore(fetchedAt.plus(FRESH));
    }

    boolean has(Predicate<JWK> wanted) {
      return keys.stream().anyMatch(wanted);
    }

    boolean isUsable(Instant now) {
      return now.isBefore(fetchedAt.plus(USABLE));
    }

    boolean mayBeFetched(Instant now) {
      return !now.isBefore(triedAt.plus(PAUSE));
    }

    Found found(Instant now) {
      return isUsable(now) ? new Found.Keys(keys) : new Found.Unreachable(trouble);
    }
  }
}
