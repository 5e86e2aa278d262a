package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.KeyFacts;
import com.astraof.oauth2.core.key.KeyKeeper.Retirement;
import com.astraof.oauth2.server.json.Json;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  KeysRetireCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    Instant now = Surroundings.real().clock().instant();
    switch (new KeyDesk(installation).work(keys -> keys.retire(id, now))) {
      case Retirement.Retired(var key, var successor) ->
          tell(key, true, successor.map(KeyFacts::id));
      case Retirement.AlreadyGone(var key) -> tell(key, false, Optional.empty());
      case Retirement.Unknown() ->
          throw new CannotStart("There is no signing key " + id + ": see astral keys list.");
    }
  }

  private void tell(KeyFacts key, boolean changed, Optional<String> successor) {
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      var said = Json.object().put("id", key.id()).put("changed", changed);
      out.println(Json.text(said.put("successor", successor.orElse(null))));
    } else {
      out.printf(changed ? "%s is ended.%n" : "%s was gone before.%n", key.id());
      successor.ifPresent(next -> out.printf("%s signs from now on.%n", next));
    }
    out.flush();
  }
}
