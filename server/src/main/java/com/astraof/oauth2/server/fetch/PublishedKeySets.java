package com.astraof.oauth2.server.fetch;

import com.astraof.oauth2.core.application.PublishedKeys;
import com.astraof.oauth2.core.fetch.Documents;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.time.Instant;
import java.util.function.Predicate;

/** The key sets that clients publish, as they were last seen. None of them waits for another. */
public final class PublishedKeySets implements PublishedKeys {
  private static final int MOST = 10_000;

  private final Documents documents;
  private final Cache<URI, PublishedKeySet> sets = Caffeine.newBuilder().maximumSize(MOST).build();

  public PublishedKeySets(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Found at(URI address, Predicate<JWK> wanted, Instant now) {
    return sets.get(address, at -> new PublishedKeySet(at, documents)).find(wanted, now);
  }
}
