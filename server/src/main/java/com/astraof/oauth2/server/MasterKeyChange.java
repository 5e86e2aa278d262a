package com.astraof.oauth2.server;

import com.astraof.oauth2.core.factor.FactorStore;
import com.astraof.oauth2.core.factor.TotpVault;
import com.astraof.oauth2.core.key.KeyVault;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.SigningKeyStore;
import com.astraof.oauth2.core.secret.Entropy;

/**
 * Changes the master key in steps, after each of which a server can start: the files first, then
 * what is sealed in the database. What is left to seal anew, a start does.
 */
final class MasterKeyChange {
  private final MasterKeyFiles files;
  private final SigningKeyStore store;
  private final FactorStore factors;
  private final Entropy entropy;

  MasterKeyChange(
      MasterKeyFiles files, SigningKeyStore store, FactorStore factors, Entropy entropy) {
    this.files = files;
    this.store = store;
    this.factors = factors;
    this.entropy = entropy;
  }

  /** To a new key, with the old ones beside it. */
  void rotate() {
    MasterKeys before = files.existing();
    vault(before).check();
    MasterKeys after = before.succeeded(entropy);
    files.write(after);
    vault(after).reseal();
    new TotpVault(factors, after, entropy).reseal();
  }

  /** To a new key without any old one. Until the second step is done, no server starts. */
  void startAfresh() {
    files.write(MasterKeys.of(MasterKey.generate(entropy)));
    forgetSigningKeys();
  }

  /** The next start makes a new one. */
  void forgetSigningKeys() {
    store.clear();
  }

  private KeyVault vault(MasterKeys masters) {
    return new KeyVault(store, masters, entropy, null);
  }
}
