package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.CollidingMasterKeys;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.server.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the master keys come from: the settings, else {@code master.key} and {@code
 * master.key.previous} in the data folder.
 */
final class MasterKeyFiles {
  private final Path current;
  private final Path previous;
  private final Settings.Keys settings;

  MasterKeyFiles(Path folder, Settings.Keys settings) {
    this.current = folder.resolve("master.key");
    this.previous = folder.resolve("master.key.previous");
    this.settings = settings;
  }

  /**
   * The keys of an installation.
   *
   * @throws CannotStart when there are none, or not to be used
   */
  MasterKeys existing() {
    return known()
        .orElseThrow(
            () ->
                new CannotStart(
                    "There is a database but no master key: bring back "
                        + current
                        + " or set ASTRAL_MASTER_KEY."));
  }

  /**
   * The keys of an installation.
   *
   * @param isNew whether nothing is sealed yet: then the first key is made, unless there is one
   */
  MasterKeys orFirst(boolean isNew, Entropy entropy) {
    return !isNew
        ? existing()
        : known()
            .orElseGet(
                () -> {
                  var first = MasterKeys.of(MasterKey.generate(entropy));
                  write(first);
                  return first;
                });
  }

  /**
   * Puts other keys in place. The previous ones are written first and forgotten first: should the
   * second step fail, either all keys are still there, or the lost one was to be forgotten.
   */
  void write(MasterKeys keys) {
    try {
      if (keys.previous().isEmpty()) {
        Files.deleteIfExists(previous);
      } else {
        SecretFile.write(
            previous,
            keys.previous().stream().map(MasterKey::expose).collect(Collectors.joining("\n")));
      }
      SecretFile.write(current, keys.current().expose());
    } catch (IOException e) {
      throw new CannotStart("The master key " + current + " cannot be written: " + e, e);
    }
  }

  Path current() {
    return current;
  }

  Path previous() {
    return previous;
  }

  /** In words: the file, or the settings. */
  String place() {
    return settings.master().isPresent() ? "the settings (ASTRAL_MASTER_KEY)" : current.toString();
  }

  /** Empty where there are none. */
  Optional<MasterKeys> known() {
    Optional<MasterKey> key = settings.master().or(() -> inFile(current).stream().findFirst());
    try {
      return key.map(
          now ->
              new MasterKeys(
                  now, settings.previous().isEmpty() ? inFile(previous) : settings.previous()));
    } catch (CollidingMasterKeys e) {
      throw new CannotStart(
          "Two of the master keys cannot be told apart by what they sealed: one pair in 256 has"
              + " such bad luck. Make another new key.",
          e);
    }
  }

  private static List<MasterKey> inFile(Path file) {
    var keys = new ArrayList<MasterKey>();
    try {
      if (Files.exists(file)) {
        for (String line : SecretFile.read(file).lines().toList()) {
          keys.add(
              MasterKey.parse(line.strip())
                  .orElseThrow(
                      () -> new CannotStart("The file " + file + " does not hold a master key.")));
        }
      }
      return keys;
    } catch (IOException e) {
      throw new CannotStart("The master key " + file + " cannot be used: " + e, e);
    }
  }
}
