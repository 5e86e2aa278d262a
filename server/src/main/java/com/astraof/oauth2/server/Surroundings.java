package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.PasswordHasher.Cost;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.server.fetch.Internet;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the server takes from the world beside its settings. Tests bring a clock of their own,
 * cheaper passwords and another world outside.
 *
 * @param heartbeat after which what other nodes and commands end or change is felt, if not before
 */
public record Surroundings(
    InstantSource clock,
    Entropy entropy,
    Cost passwordCost,
    Internet internet,
    Duration heartbeat) {
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  /** With the usual heartbeat. */
  public Surroundings(InstantSource clock, Entropy entropy, Cost passwordCost, Internet internet) {
    this(clock, entropy, passwordCost, internet, HEARTBEAT);
  }

  public static Surroundings real() {
    return new Surroundings(
        InstantSource.system(), new SystemEntropy(), Cost.RECOMMENDED, Internet.real());
  }
}
