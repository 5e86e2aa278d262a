package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.key.SigningKeyStore.Resealed;
import com.astraof.oauth2.core.key.SigningKeyStore.SealedKey;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes signing keys, seals them into the store and opens them again. */
public final class KeyVault {
  private static final byte[] NO_LABEL = new byte[0];

  private final SigningKeyStore store;
  private final Sealer sealer;
  private final @Nullable Provider provider;

  /**
   * @param provider does the work of signing and verifying; null for the JDK's own
   */
  public KeyVault(
      SigningKeyStore store, MasterKeys masters, Entropy entropy, @Nullable Provider provider) {
    this.store = store;
    this.sealer = new Sealer(masters, "signing-key", entropy);
    this.provider = provider;
  }

  /** What is known of all keys, the oldest first. */
  public List<KeyFacts> facts() {
    return store.all().stream().map(SealedKey::facts).toList();
  }

  /**
   * Opens every key.
   *
   * @throws WrongMasterKey when there is one that no master key opens
   */
  public void check() {
    store.all().forEach(this::bytes);
  }

  /**
   * Opens every key, and seals under the current master key whatever is sealed under a previous
   * one.
   *
   * @throws WrongMasterKey when there is one that no master key opens; then nothing is changed
   */
  public void reseal() {
    var old = new ArrayList<Resealed>();
    for (SealedKey sealed : store.all()) {
      byte[] plain = bytes(sealed);
      if (!isCurrent(sealed)) {
        String id = sealed.facts().id();
        old.add(new Resealed(id, sealed.envelope(), seal(id, plain)));
      }
    }
    if (!old.isEmpty()) {
      store.reseal(old);
    }
  }

  List<SealedKey> sealed() {
    return store.all();
  }

  /** Empty when no master key of ours opens it. */
  Optional<SigningKey> open(SealedKey sealed) {
    return plain(sealed)
        .map(plain -> new SigningKey(parse(sealed, plain), sealed.facts().algorithm(), provider));
  }

  /** False when somebody else was faster. */
  boolean make(KeyPlan.Wanted wanted, Instant now) {
    JWK jwk = KeyPairs.generate(wanted.algorithm());
    var facts =
        new KeyFacts(
            jwk.getKeyID(), wanted.generation(), wanted.algorithm(), now, wanted.signsFrom(), null);
    byte[] plain = jwk.toJSONString().getBytes(StandardCharsets.UTF_8);
    return store.add(new SealedKey(facts, seal(facts.id(), plain)));
  }

  boolean end(KeyFacts key, Instant now) {
    return store.end(key.id(), now);
  }

  private byte[] bytes(SealedKey sealed) {
    return plain(sealed).orElseThrow(() -> new WrongMasterKey(sealed.facts().id()));
  }

  private Optional<byte[]> plain(SealedKey sealed) {
    return Base64Url.decode(sealed.envelope())
        .flatMap(envelope -> sealer.open(envelope, 0, context(sealed.facts().id())))
        .map(Sealer.Opened::plain);
  }

  private boolean isCurrent(SealedKey sealed) {
    return Base64Url.decode(sealed.envelope()).filter(sealer::isCurrent).isPresent();
  }

  private String seal(String id, byte[] plain) {
    return Base64Url.encode(sealer.seal(NO_LABEL, context(id), plain));
  }

  private static JWK parse(SealedKey sealed, byte[] plain) {
    try {
      return JWK.parse(new String(plain, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException(
          "The signing key " + sealed.facts().id() + " is not a JWK", e);
    }
  }

  private static byte[] context(String keyId) {
    return keyId.getBytes(StandardCharsets.UTF_8);
  }
}
