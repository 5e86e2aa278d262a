package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.key.SigningKeyStore.SealedKey;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The signing keys of this installation: made on first start, sealed in the store, opened once at
 * start.
 */
public final class SigningKeys {
  private static final byte[] NO_LABEL = new byte[0];

  private final List<SigningKey> keys;

  private SigningKeys(List<SigningKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Opens the stored keys; makes the first one where there is none. */
  public static SigningKeys load(
      SigningKeyStore store, MasterKey master, Entropy entropy, Instant now) {
    var sealer = new Sealer(master, "signing-key", entropy);
    var keys = new ArrayList<SigningKey>();
    for (SealedKey sealed : store.all()) {
      keys.add(open(sealed, sealer));
    }
    if (keys.isEmpty()) {
      SigningKey first = generate(now);
      store.add(seal(first, sealer));
      keys.add(first);
    }
    return new SigningKeys(keys);
  }

  /** The key that signs now. */
  public SigningKey current() {
    return keys.getLast();
  }

  /** Oldest first. */
  public List<SigningKey> all() {
    return keys;
  }

  /** The public halves, for {@code /.well-known/jwks.json} (RFC 7517). */
  public JWKSet published() {
    return new JWKSet(keys.stream().<JWK>map(key -> key.jwk().toPublicJWK()).toList());
  }

  private static SigningKey generate(Instant now) {
    try {
      ECKey jwk =
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(new Algorithm(JWSAlgorithm.ES256.getName()))
              .keyIDFromThumbprint(true)
              .generate();
      return new SigningKey(jwk, now);
    } catch (JOSEException e) {
      throw new IllegalStateException("No P-256 key could be made", e);
    }
  }

  private static SealedKey seal(SigningKey key, Sealer sealer) {
    byte[] plain = key.jwk().toJSONString().getBytes(StandardCharsets.UTF_8);
    return new SealedKey(
        key.id(),
        Base64Url.encode(sealer.seal(NO_LABEL, context(key.id()), plain)),
        key.createdAt());
  }

  private static SigningKey open(SealedKey sealed, Sealer sealer) {
    byte[] plain =
        Base64Url.decode(sealed.envelope())
            .flatMap(envelope -> sealer.open(envelope, 0, context(sealed.id())))
            .orElseThrow(() -> new WrongMasterKey(sealed.id()))
            .plain();
    try {
      return new SigningKey(
          ECKey.parse(new String(plain, StandardCharsets.UTF_8)), sealed.createdAt());
    } catch (ParseException e) {
      throw new IllegalStateException("Signing key " + sealed.id() + " is not a JWK", e);
    }
  }

  private static byte[] context(String keyId) {
    return keyId.getBytes(StandardCharsets.UTF_8);
  }
}
