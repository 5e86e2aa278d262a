package com.astraof.oauth2.core.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What keys of a client may be: public ones, strong enough, each with a name of its own. */
public final class ClientKeyRules {
  private static final int LONGEST = 16_384;
  private static final int MOST = 10;
  private static final int WEAKEST_RSA_BITS = 2_048;
  private static final int STRONGEST_RSA_BITS = 4_096;

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
    if (key.getKeyUse() != null && !key.getKeyUse().identifier().equals("sig")) {
      return false;
    }
    return switch (key) {
      case ECKey ec -> ec.getCurve().equals(Curve.P_256);
      case RSAKey rsa -> isStrong(rsa);
      case OctetKeyPair pair -> pair.getCurve().equals(Curve.Ed25519);
      default -> false;
    };
  }

  private static boolean isStrong(RSAKey key) {
    try {
      int bits = key.toRSAPublicKey().getModulus().bitLength();
      return bits >= WEAKEST_RSA_BITS && bits <= STRONGEST_RSA_BITS;
    } catch (JOSEException e) {
      return false;
    }
  }
}
