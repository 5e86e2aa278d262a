package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.KeyFacts;
import com.astraof.oauth2.core.key.KeyKeeper.Rotation;
import com.astraof.oauth2.server.json.Json;
import java.io.PrintWriter;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral keys rotate}: the next signing key, ahead of the schedule. */
@Command(
    name = "rotate",
    description =
        "Makes the next signing key. It is published at once and signs after a day; tokens of the"
            + " old one stay valid. The server may be running.",
    mixinStandardHelpOptions = true)
final class KeysRotateCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Option(
      names = "--now",
      description =
          "It signs at once. Who verifies tokens with a cached key set has to fetch it again.")
  private boolean now;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  KeysRotateCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    Instant at = Surroundings.real().clock().instant();
    Rotation rotation =
        new KeyDesk(installation).work(keys -> now ? keys.rotateNow(at) : keys.rotate(at));
    KeyFacts key =
        switch (rotation) {
          case Rotation.Made(var made) -> made;
          case Rotation.AlreadyWaiting(var next) ->
              throw new CannotStart(
                  "The next key is there already: %s signs from %s. With --now, another signs at once."
                      .formatted(next.id(), next.signsFrom()));
        };
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      var said = Json.object().put("id", key.id()).put("signs_from", key.signsFrom().toString());
      out.println(Json.text(said));
    } else {
      out.printf("%s signs from %s.%n", key.id(), key.signsFrom());
    }
    out.flush();
  }
}
