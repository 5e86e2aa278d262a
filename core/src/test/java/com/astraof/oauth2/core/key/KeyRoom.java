package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.testing.KeysInMemory;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signing keys in memory, under a master key. */
final class KeyRoom {
  static final Instant NOW = TestClock.START;
  static final Duration LIFETIME = Duration.ofDays(7);
  static final KeyPolicy POLICY =
      new KeyPolicy(SigningAlgorithm.ES256, Optional.of(Duration.ofDays(90)), LIFETIME);

  final Entropy entropy = new SeededEntropy(1);
  final MasterKeys masters = MasterKeys.of(MasterKey.generate(entropy));
  final KeysInMemory store = new KeysInMemory();
  final KeyVault vault = vault(masters);
  final KeyKeeper keeper = new KeyKeeper(vault, POLICY);

  /** Another door to the same keys. */
  KeyVault vault(MasterKeys others) {
    return new KeyVault(store, others, entropy, null);
  }

  SigningKeys keys() {
    return new SigningKeys(vault, POLICY);
  }
}
