package com.astraof.oauth2.server.testing;

import com.astraof.oauth2.core.application.Overseer;
import com.astraof.oauth2.core.key.KeyKeeper;
import com.astraof.oauth2.core.key.KeyPolicy;
import com.astraof.oauth2.core.key.KeyVault;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;

/** Whoever else works on a server's database: another node, or a command. */
public final class OtherNode implements AutoCloseable {
  private static final KeyPolicy POLICY = Settings.Keys.USUAL.policy(Duration.ofDays(7));

  private final Storage storage;
  private final KeyKeeper keeper;

  public OtherNode(TestServer server) {
    Path folder = server.folder();
    this.storage = server.otherStorage();
    var masters = MasterKeys.of(new KeyFolder(folder).master());
    var vault = new KeyVault(storage.signingKeys(), masters, new SystemEntropy(), null);
    this.keeper = new KeyKeeper(vault, POLICY);
  }

  public KeyKeeper keeper() {
    return keeper;
  }

  public Overseer overseer() {
    return new Overseer(storage.applications(), new SystemEntropy());
  }

  /** What it writes, the server learns from the feed alone. */
  public Storage storage() {
    return storage;
  }

  @Override
  public void close() {
    storage.close();
  }
}
