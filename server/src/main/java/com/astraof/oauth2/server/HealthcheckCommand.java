package com.astraof.oauth2.server;

import com.astraof.oauth2.server.config.ManagementSettings;
import com.astraof.oauth2.server.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code astral healthcheck}: asks the server on this machine, for what can only run a command. */
@Command(
    name = "healthcheck",
    description =
        "Asks the server on this machine whether it is ready, at its management port. The exit"
            + " code is 0 when it is, else 1.",
    mixinStandardHelpOptions = true)
final class HealthcheckCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  /** Whoever listens everywhere is asked at home. */
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

  @Mixin private Installation installation = new Installation();

  @Option(names = "--live", description = "Asks no more than whether it answers.")
  private boolean live;

  @Spec private CommandSpec specification;

  HealthcheckCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public Integer call() {
    URI address = address(installation.management());
    try {
      if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
        throw new CannotStart(address + " is not asked by HTTP.");
      }
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      if (connection.getResponseCode() == OK) {
        say(live ? "It is alive." : "It is ready.");
        return 0;
      }
      throw new CannotStart("It is not ready. " + String.join(" ", problems(connection)));
    } catch (IOException e) {
      throw new CannotStart("There is no answer from " + address + ": " + e.getMessage(), e);
    }
  }

  private URI address(ManagementSettings settings) {
    var listener = settings.listener();
    if (listener == null || listener.port() == 0) {
      throw new CannotStart(
          "The server has no door to ask at: give management-port a port of its own.");
    }
    String host = EVERYWHERE.contains(listener.host()) ? "localhost" : listener.host();
    String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + listener.port() + (live ? "/livez" : "/readyz"));
  }

  private static List<String> problems(HttpURLConnection connection) throws IOException {
    InputStream body = connection.getErrorStream();
    var problems = new ArrayList<String>();
    if (body != null) {
      var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      for (JsonNode check : Json.read(text).orElseGet(Json::object).path("checks")) {
        if (!check.path("passes").asBoolean(false)) {
          problems.add(check.path("name").asString("") + ": " + check.path("problem").asString(""));
        }
      }
    }
    return problems;
  }

  private void say(String line) {
    PrintWriter out = specification.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
