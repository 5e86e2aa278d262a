package com.astraof.oauth2.faults.world;

import com.astraof.oauth2.core.account.PasswordHasher.Cost;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.server.Astral;
import com.astraof.oauth2.server.Surroundings;
import com.astraof.oauth2.server.config.SettingsReader;
import com.astraof.oauth2.server.config.SettingsReader.Outcome;
import com.astraof.oauth2.server.fetch.Internet;

/**
 * The server as it is, with a clock that can be moved and passwords that cost little. It ends with
 * the process that started it.
 */
final class NodeMain {
  private static final Cost CHEAP = new Cost(64, 1);

  private NodeMain() {}

  public static void main(String[] arguments) {
    var clock = new ShiftedClock();
    var settings =
        switch (new SettingsReader().environment(System.getenv()).read()) {
          case Outcome.Valid(var valid) -> valid;
          case Outcome.Invalid(var problems) ->
              throw new IllegalArgumentException(problems.toString());
        };
    Astral.start(settings, new Surroundings(clock, new SystemEntropy(), CHEAP, Internet.real()));
    System.out.println("It serves " + settings.issuer());
    clock.follow();
    Runtime.getRuntime().halt(0);
  }
}
