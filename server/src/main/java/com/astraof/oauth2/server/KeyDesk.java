package com.astraof.oauth2.server;

import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.key.KeyKeeper;
import com.astraof.oauth2.core.key.KeyPolicy;
import com.astraof.oauth2.core.key.KeyTimetable;
import com.astraof.oauth2.core.key.KeyVault;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.SigningKeyStore.SealedKey;
import com.astraof.oauth2.core.key.WrongMasterKey;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.util.function.Function;

/** Where the commands work on the signing keys of an installation, beside a running server. */
final class KeyDesk {
  private final Installation installation;

  KeyDesk(Installation installation) {
    this.installation = installation;
  }

  /** Reads, without the master key. */
  KeyTimetable timetable() {
    try (var storage = Storage.reading(installation.data().database())) {
      var facts = storage.signingKeys().all().stream().map(SealedKey::facts).toList();
      return new KeyTimetable(facts, policy());
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  /** Changes something. */
  <T> T work(Function<KeyKeeper, T> work) {
    var data = installation.data();
    try (var storage = Storage.existing(data.database())) {
      MasterKeys masters = new MasterKeyFiles(data.folder(), installation.keys()).existing();
      var vault = new KeyVault(storage.signingKeys(), masters, new SystemEntropy(), null);
      vault.check();
      return work.apply(new KeyKeeper(vault, policy()));
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    } catch (WrongMasterKey e) {
      throw CannotStart.wrongMasterKey(e);
    }
  }

  private KeyPolicy policy() {
    return installation.keys().policy(Lifetimes.DOCUMENTED.access());
  }
}
