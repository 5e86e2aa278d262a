package com.astraof.oauth2.server.config;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.server.config.Settings.Keys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings about keys. */
final class KeySettings {
  private static final int FEWEST_DAYS = 2;
  private static final int MOST_DAYS = 3_650;

  private final Function<Setting, String> values;
  private final List<String> problems;

  /**
   * @param problems where what is wrong is added
   */
  KeySettings(Function<Setting, String> values, List<String> problems) {
    this.values = values;
    this.problems = problems;
  }

  Keys read() {
    return new Keys(masterKey(), previous(), algorithm(), rotation());
  }

  private Optional<MasterKey> masterKey() {
    String text = values.apply(Setting.MASTER_KEY);
    Optional<MasterKey> key = MasterKey.parse(text);
    if (!text.isEmpty() && key.isEmpty()) {
      problems.add("The master key must be 43 characters of base64url.");
    }
    return key;
  }

  private List<MasterKey> previous() {
    var keys = new ArrayList<MasterKey>();
    for (String text : values.apply(Setting.MASTER_KEY_PREVIOUS).split(",", -1)) {
      if (!text.isBlank()) {
        MasterKey.parse(text.strip())
            .ifPresentOrElse(
                keys::add,
                () ->
                    problems.add(
                        "master-key-previous are keys of 43 characters of base64url, separated by"
                            + " commas."));
      }
    }
    return keys;
  }

  private SigningAlgorithm algorithm() {
    String text = values.apply(Setting.SIGNING_ALGORITHM);
    return SigningAlgorithm.named(text)
        .orElseGet(
            () -> {
              problems.add("The signing-algorithm is ES256, RS256 or EdDSA: " + text);
              return SigningAlgorithm.ES256;
            });
  }

  private Optional<Duration> rotation() {
    String text = values.apply(Setting.KEY_ROTATION);
    if (text.equals("off")) {
      return Optional.empty();
    }
    int days = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (days < FEWEST_DAYS || days > MOST_DAYS) {
      problems.add("key-rotation is a number of days from 2 to 3650, or off: " + text);
    }
    return Optional.of(Duration.ofDays(days));
  }
}
