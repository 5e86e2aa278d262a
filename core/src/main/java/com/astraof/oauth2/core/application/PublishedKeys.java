package com.astraof.oauth2.core.application;

import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The keys that clients publish at addresses of their own ({@code jwks_uri}). */
@FunctionalInterface
public interface PublishedKeys {
  /**
   * What was last seen there and is not too old, or fetched now.
   *
   * @param wanted where none of the keys is it, the client may have changed them, so that looking
   *     again is worth while
   */
  Found at(URI address, Predicate<JWK> wanted, Instant now);

  /** Keys, or why there are none. */
  sealed interface Found {
    record Keys(List<JWK> keys) implements Found {
      public Keys {
        keys = List.copyOf(keys);
      }
    }

    /**
     * @param why how a sentence goes on that begins with what could not be fetched
     */
    record Unreachable(String why) implements Found {}
  }
}
