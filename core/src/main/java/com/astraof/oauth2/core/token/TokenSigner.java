package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.key.SigningKey;
import com.astraof.oauth2.core.key.SigningKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.Provider;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs with the current key and verifies with any published one. */
public final class TokenSigner {
  private final String currentKeyId;
  private final JWSSigner signer;
  private final Map<String, JWSVerifier> verifiers = new HashMap<>();

  /**
   * @param provider does the elliptic curve work; null for the JDK's own
   */
  public TokenSigner(SigningKeys keys, @Nullable Provider provider) {
    SigningKey current = keys.current();
    this.currentKeyId = current.id();
    try {
      var ecdsa = new ECDSASigner(current.jwk().toECPrivateKey(provider), Curve.P_256);
      use(provider, ecdsa.getJCAContext());
      this.signer = ecdsa;
      for (SigningKey key : keys.all()) {
        var verifier = new ECDSAVerifier(key.jwk().toECPublicKey(provider));
        use(provider, verifier.getJCAContext());
        verifiers.put(key.id(), verifier);
      }
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing keys cannot be used", e);
    }
  }

  SignedJWT sign(JOSEObjectType type, JWTClaimsSet claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(currentKeyId).build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("Signing failed", e);
    }
    return jwt;
  }

  /**
   * False for a key that is not ours, whatever else the header says: nothing it names is ever
   * fetched.
   */
  boolean verifies(SignedJWT jwt) {
    JWSVerifier verifier = verifiers.get(jwt.getHeader().getKeyID());
    try {
      return verifier != null && jwt.verify(verifier);
    } catch (JOSEException e) {
      return false;
    }
  }

  private static void use(@Nullable Provider provider, JCAContext context) {
    if (provider != null) {
      context.setProvider(provider);
    }
  }
}
