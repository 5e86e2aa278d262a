package com.astraof.oauth2.server.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;

/** The key set as a resource server reads it, which knows nothing else of the server. */
public record Jwks(JWKSet set) {
  private static final HexFormat HEX = HexFormat.of();

  public static Jwks of(Reachable server) {
    String body = server.wire().get("/.well-known/jwks.json").hasStatus(200).body();
    try {
      return new Jwks(JWKSet.parse(body));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<String> ids() {
    return set.getKeys().stream().map(JWK::getKeyID).toList();
  }

  /** Whether a key of the set signed it, checked by code that is not ours. */
  public boolean verifies(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWK key = set.getKeyByKeyId(jwt.getHeader().getKeyID());
      return key != null
          && key.getAlgorithm().equals(jwt.getHeader().getAlgorithm())
          && verifies(jwt, key);
    } catch (ParseException | JOSEException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String keyOf(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String algorithmOf(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getAlgorithm().getName();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean verifies(SignedJWT jwt, JWK key)
      throws JOSEException, GeneralSecurityException {
    return switch (key) {
      case ECKey ec -> jwt.verify(new ECDSAVerifier(ec));
      case RSAKey rsa -> jwt.verify(new RSASSAVerifier(rsa));
      default -> verifiesByTheJdk(jwt, key.toOctetKeyPair().getDecodedX());
    };
  }

  /** Nimbus needs a further library for Ed25519, the JDK none. */
  private static boolean verifiesByTheJdk(SignedJWT jwt, byte[] key)
      throws GeneralSecurityException {
    byte[] encoded = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(key));
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    signature.update(jwt.getSigningInput());
    return signature.verify(jwt.getSignature().decode());
  }
}
