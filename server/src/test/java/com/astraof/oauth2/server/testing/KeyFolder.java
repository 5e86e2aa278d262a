package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.server.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The master keys in a server's data folder, and the command that changes them. */
public record KeyFolder(Path folder) {
  public static final String CURRENT = "master.key";
  public static final String PREVIOUS = "master.key.previous";

  public MasterKey master() {
    try {
      return MasterKey.parse(Files.readString(file(CURRENT)).strip()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  public void write(String name, String text) {
    try {
      Files.writeString(file(name), text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    permit(name, "rw-------");
  }

  public void permit(String name, String permissions) {
    try {
      Files.setPosixFilePermissions(file(name), PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete(String name) {
    try {
      Files.delete(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ServerProcess.Run rotateMaster(String... more) {
    var arguments = new ArrayList<>(List.of("keys", "rotate-master", "--data=" + folder));
    arguments.addAll(List.of(more));
    return ServerProcess.run(Map.of(), arguments.toArray(String[]::new));
  }

  /** Changes the master key; the settings to start with. */
  public Settings.Keys rotated(String... more) {
    var run = rotateMaster(more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Settings.Keys.USUAL;
  }

  /** Master keys from the settings, not from files. */
  public static Settings.Keys settings(MasterKey master, MasterKey... previous) {
    return new Settings.Keys(
        Optional.of(master), List.of(previous), SigningAlgorithm.ES256, Optional.empty());
  }

  /** A new key that can be told apart from these. */
  public static MasterKey other(MasterKey one, MasterKey... more) {
    return new MasterKeys(one, List.of(more)).succeeded(new SystemEntropy()).current();
  }
}
