package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.KeyKeeper.Retirement;
import java.io.PrintWriter;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code astral keys retire}: a signing key that must not be trusted any more. */
@Command(
    name = "retire",
    description =
        "Ends a signing key: no access token that it signed is accepted any more. Where it was the"
            + " one that signs, a new one does from now on. A running server follows within 5"
            + " seconds.",
    mixinStandardHelpOptions = true)
final class KeysRetireCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "KEY", description = "The key, as astral keys list names it.")
  private String id = "";

  @Spec private CommandSpec specification;

  KeysRetireCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    Instant now = Surroundings.real().clock().instant();
    PrintWriter out = specification.commandLine().getOut();
    switch (new KeyDesk(installation).work(keys -> keys.retire(id, now))) {
      case Retirement.Retired(var key, var successor) -> {
        out.printf("%s is ended.%n", key.id());
        successor.ifPresent(next -> out.printf("%s signs from now on.%n", next.id()));
      }
      case Retirement.AlreadyGone(var key) -> out.printf("%s was gone before.%n", key.id());
      case Retirement.Unknown() ->
          throw new CannotStart("There is no signing key " + id + ": see astral keys list.");
    }
    out.flush();
  }
}
