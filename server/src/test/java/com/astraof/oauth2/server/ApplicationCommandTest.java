package com.astraof.oauth2.server;

import static com.astraof.oauth2.server.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code astral application}, as an operator meets it: beside a running server. */
final class ApplicationCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path data;

  private ServerProcess.Run application(String... arguments) {
    var all = new ArrayList<>(List.of("application"));
    all.addAll(List.of(arguments));
    all.add("--data=" + data);
    return ServerProcess.run(Map.of(), all.toArray(String[]::new));
  }

  private String done(String... arguments) {
    var run = application(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void an_app_is_found_disabled_and_enabled_while_the_server_runs() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      ada.registersApp("Pocket Player", "public", TestApp.REDIRECT_URI);
      String token = app.accessOf(ada, "identify");

      assertThat(done("list").lines().toList()).hasSize(3).first().asString().startsWith("ID");
      assertThat(done("list", "--name", "star").lines().toList())
          .hasSize(2)
          .last()
          .asString()
          .matches(app.id() + " +- +" + ada.id() + " +Stargazer");
      assertThat(done("verify", app.id())).contains("Stargazer is verified.");
      assertThat(done("verify", app.id())).contains("it was so before");

      assertThat(done("limit", app.id(), "--times=5")).contains("5 times as much as others");
      assertThat(JSON.readTree(done("show", app.id(), "--json")).path("limit_times").asInt())
          .isEqualTo(5);
      assertThat(application("limit", app.id(), "--times=0").err()).contains("from 1 to 1000");

      assertThat(done("disable", app.id(), "--reason", "Asked for passwords"))
          .contains("Stargazer is disabled.");
      eventually(() -> app.get("/api/v1/users/@me", token).status() == 401);
      app.exchange("x").refusedWith("unauthorized_client");
      var shown = JSON.readTree(done("show", app.id(), "--json"));
      assertThat(shown.path("state").asString()).isEqualTo("disabled");
      assertThat(shown.path("disabled_reason").asString()).isEqualTo("Asked for passwords");

      assertThat(done("enable", app.id())).contains("Stargazer may be used again.");
      eventually(() -> app.exchange("x").text("error").equals("invalid_grant"));
      String anew = app.accessOf(ada, "identify");
      eventually(() -> app.get("/api/v1/users/@me", anew).status() == 200);
      app.get("/api/v1/users/@me", token).hasStatus(401);
    }
  }

  @Test
  void an_app_that_is_not_there_is_told_apart() {
    try (var server = ServerProcess.serve(data)) {
      server.user("ada");

      for (String id : List.of("1478310912143360", "stargazer")) {
        var run = application("disable", id);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no application " + id);
      }
    }
  }
}
