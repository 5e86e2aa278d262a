package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.key.Signatures;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What keys of a client may be: public ones, strong enough, each with a name of its own. */
public final class ClientKeyRules {
  private static final int LONGEST = 16_384;
  private static final int MOST = 10;

  private ClientKeyRules() {}

  /** What is wrong with a JWK Set, and what to do; empty for one that can be used. */
  public static Optional<String> problemWith(String jwks) {
    if (jwks.length() > LONGEST) {
      return Optional.of("A key set has at most " + LONGEST + " characters.");
    }
    try {
      return problemWith(JWKSet.parse(jwks).getKeys());
    } catch (ParseException | RuntimeException e) {
      // The parser stumbles over some texts, such as "null", instead of refusing them.
      return Optional.of("This is not a JWK Set: write {\"keys\":[…]} with public keys.");
    }
  }

  /**
   * Those of a published set that can be used. What it holds for other purposes is passed over (RFC
   * 7517 §5); empty when it is no set.
   */
  public static Optional<List<JWK>> usable(String jwks) {
    try {
      return Optional.of(
          JWKSet.parse(jwks).getKeys().stream()
              .filter(key -> !key.isPrivate() && isStrong(key))
              .toList());
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> problemWith(List<JWK> keys) {
    if (keys.isEmpty() || keys.size() > MOST) {
      return Optional.of("A key set has 1 to " + MOST + " keys.");
    }
    var names = new HashSet<String>();
    for (JWK key : keys) {
      if (key.isPrivate()) {
        return Optional.of(
            "This holds a private or secret key, which is known to others now. Make a new pair and"
                + " register its public half alone.");
      }
      if (!isStrong(key)) {
        return Optional.of(
            "Keys are EC on P-256, RSA of 2048 to 4096 bits, or OKP on Ed25519, for signatures.");
      }
      if (keys.size() > 1 && (key.getKeyID() == null || !names.add(key.getKeyID()))) {
        return Optional.of("Where there are several keys, each has a kid of its own.");
      }
    }
    return Optional.empty();
  }

  private static boolean isStrong(JWK key) {
    boolean isForSignatures = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
    return isForSignatures && Signatures.isStrong(key);
  }
}
