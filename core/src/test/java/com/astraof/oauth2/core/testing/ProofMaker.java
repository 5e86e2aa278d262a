package com.astraof.oauth2.core.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A client's key, and the DPoP proofs that it makes, right ones and wrong ones. */
public final class ProofMaker {
  private final JWK key;
  private final JWSAlgorithm algorithm;

  public ProofMaker(JWK key, JWSAlgorithm algorithm) {
    this.key = key;
    this.algorithm = algorithm;
  }

  /** With a new key on P-256. */
  public static ProofMaker withNewKey() {
    try {
      return new ProofMaker(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String thumbprint() {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String proof(String method, String address, Instant now) {
    return proof(method, address, now, claims -> {});
  }

  /** With the hash of the access token that it goes with. */
  public String proofFor(String token, String method, String address, Instant now) {
    return proof(method, address, now, claims -> claims.claim("ath", hash(token)));
  }

  /**
   * @param change adds, removes or replaces claims
   */
  public String proof(
      String method, String address, Instant now, Consumer<JWTClaimsSet.Builder> change) {
    return proof(method, address, now, header -> header, change);
  }

  public String proof(
      String method,
      String address,
      Instant now,
      UnaryOperator<JWSHeader.Builder> header,
      Consumer<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .claim("htm", method)
            .claim("htu", address);
    change.accept(claims);
    var usual =
        new JWSHeader.Builder(algorithm)
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(key.toPublicJWK());
    var jwt = new SignedJWT(header.apply(usual).build(), claims.build());
    try {
      jwt.sign(signer());
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWSSigner signer() throws JOSEException {
    return switch (key) {
      case ECKey ec -> new ECDSASigner(ec);
      case RSAKey rsa ->
          new RSASSASigner(rsa.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()));
      default -> throw new IllegalStateException("No signer for this kind of key");
    };
  }

  public static String hash(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return Base64URL.encode(hash).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
