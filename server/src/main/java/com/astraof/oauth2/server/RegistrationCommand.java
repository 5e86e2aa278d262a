package com.astraof.oauth2.server;

import com.astraof.oauth2.core.registration.InitialTokens;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral registration}: tokens by which apps register themselves (RFC 7591 §3). */
@Command(
    name = "registration",
    description =
        "Makes an initial access token, by which apps register themselves where registration is"
            + " set to token. It is shown this once. The server may be running.",
    mixinStandardHelpOptions = true)
final class RegistrationCommand implements Runnable {
  private static final int MOST_DAYS = 365;
  private static final int MOST_USES = 100_000;

  @Mixin private Installation installation = new Installation();

  @Option(
      names = "--uses",
      paramLabel = "NUMBER",
      description = "How many apps it registers. Default: 1",
      defaultValue = "1")
  private int uses;

  @Option(
      names = "--days",
      paramLabel = "NUMBER",
      description = "For how many days. Default: 7",
      defaultValue = "7")
  private int days;

  @Option(names = "--end-all", description = "Ends all initial tokens instead.")
  private boolean endAll;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  RegistrationCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    if (uses < 1 || uses > MOST_USES || days < 1 || days > MOST_DAYS) {
      throw new CannotStart(
          "A token registers 1 to %d apps within 1 to %d days.".formatted(MOST_USES, MOST_DAYS));
    }
    PrintWriter out = specification.commandLine().getOut();
    try (var storage = Storage.existing(installation.data().database())) {
      var tokens = new InitialTokens(storage.registrations(), new SystemEntropy());
      if (endAll) {
        tokens.endAll();
        out.println(
            json
                ? Json.text(Json.object().put("ended", true))
                : "No initial token registers anything any more.");
      } else {
        var now = Surroundings.real().clock().instant();
        var lifetime = Duration.ofDays(days);
        Secret token = tokens.make(uses, lifetime, now);
        out.println(json ? inJson(token, now.plus(lifetime)) : token.expose());
      }
      out.flush();
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  private String inJson(Secret token, Instant expiresAt) {
    return Json.text(
        Json.object()
            .put("token", token.expose())
            .put("uses", uses)
            .put("expires_at", expiresAt.truncatedTo(ChronoUnit.SECONDS).toString()));
  }
}
