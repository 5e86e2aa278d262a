package com.astraof.oauth2.core.application;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.List;

/**
 * The public keys by which a client proves who it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591 §2, jwks and
 *     jwks_uri</a>
 */
public sealed interface ClientKeys {
  ClientKeys NONE = new None();

  /** It has none. */
  record None() implements ClientKeys {}

  /**
   * They were registered as they are.
   *
   * @param jwks a JWK Set of public keys (RFC 7517 §5) that {@link ClientKeyRules} has nothing
   *     against
   */
  record Registered(String jwks) implements ClientKeys {
    public List<JWK> keys() {
      try {
        return JWKSet.parse(jwks).getKeys();
      } catch (ParseException e) {
        throw new IllegalStateException("Keys that were registered cannot be read any more", e);
      }
    }

    /**
     * What is known of these keys, in proper JSON. The parser reads what others refuse, such as a
     * name that comes twice within a key.
     */
    public Registered inProperJson() {
      return new Registered(new JWKSet(keys()).toString());
    }
  }

  /** They are published by the client, at an address of https. */
  record Published(URI at) implements ClientKeys {}
}
