package com.astraof.oauth2.server;

import static com.astraof.oauth2.server.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Jwks;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code astral keys}, as an operator meets it: beside a running server. */
final class KeysCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path data;

  private ServerProcess.Run keys(String... arguments) {
    var all = new ArrayList<>(List.of("keys"));
    all.addAll(List.of(arguments));
    all.add("--data=" + data);
    return ServerProcess.run(Map.of(), all.toArray(String[]::new));
  }

  private String done(String... arguments) {
    var run = keys(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private List<JsonNode> list() {
    return done("list", "--json").lines().map(JSON::readTree).toList();
  }

  @Test
  void keys_are_listed_for_people_and_for_programs() {
    try (var server = ServerProcess.serve(data)) {
      String id = Jwks.of(server).ids().getFirst();

      assertThat(done("list").lines().toList())
          .hasSize(2)
          .satisfies(
              lines -> {
                assertThat(lines.get(0))
                    .matches("KEY +STATE +ALGORITHM +SIGNS FROM +ACCEPTED UNTIL *");
                assertThat(lines.get(1)).matches(id + " +current +ES256 +20[0-9T:-]+Z +- *");
              });
      var key = list().getFirst();
      assertThat(key.propertyNames())
          .containsExactly(
              "id",
              "state",
              "algorithm",
              "created_at",
              "signs_from",
              "signs_until",
              "accepted_until");
      assertThat(key.path("id").asString()).isEqualTo(id);
      assertThat(key.path("signs_until").isNull()).isTrue();
    }
  }

  @Test
  void a_running_server_publishes_the_next_key_and_signs_with_one_made_now() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      String old = app.accessOf(ada, "identify");

      String next = done("rotate").split(" ", 2)[0];
      eventually(() -> Jwks.of(server).ids().contains(next));
      assertThat(Jwks.keyOf(app.accessOf(ada, "identify"))).isEqualTo(Jwks.keyOf(old));
      assertThat(keys("rotate").err()).contains(next).contains("--now");

      String now = done("rotate", "--now").split(" ", 2)[0];
      eventually(() -> Jwks.keyOf(app.accessOf(ada, "identify")).equals(now));
      app.get("/api/v1/users/@me", old).hasStatus(200);
      assertThat(list().stream().map(key -> key.path("state").asString()))
          .containsExactly("retired", "current", "next");
    }
  }

  @Test
  @Attack("T-12")
  void a_retired_key_is_refused_by_a_running_server_within_the_bound() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      String token = app.accessOf(ada, "identify");
      String id = Jwks.keyOf(token);

      assertThat(done("retire", id).lines().toList())
          .hasSize(2)
          .satisfies(lines -> assertThat(lines.getFirst()).isEqualTo(id + " is ended."));

      eventually(() -> app.get("/api/v1/users/@me", token).status() == 401);
      app.get("/api/v1/users/@me", app.accessOf(ada, "identify")).hasStatus(200);
      assertThat(Jwks.of(server).ids()).hasSize(1).doesNotContain(id);
      assertThat(done("retire", id)).contains("gone before");
      assertThat(done("retire", id, "--json")).contains("\"changed\":false", "\"successor\":null");
      assertThat(list().stream().map(key -> key.path("state").asString()))
          .containsExactly("gone", "current");
    }
  }

  @Test
  void a_program_learns_which_key_follows_and_where_the_master_keys_are() throws Exception {
    try (var server = ServerProcess.serve(data)) {
      server.stop();
    }
    String id = list().getFirst().path("id").asString();

    var retired = JSON.readTree(done("retire", id, "--json"));
    assertThat(retired.path("id").asString()).isEqualTo(id);
    assertThat(retired.path("successor").asString())
        .isEqualTo(list().getLast().path("id").asString());

    var rotated = JSON.readTree(done("rotate-master", "--json"));
    assertThat(rotated.path("forgotten").asBoolean()).isFalse();
    assertThat(Path.of(rotated.path("current").asString())).exists();
    assertThat(Path.of(rotated.path("previous").asString())).exists();
    var forgotten = JSON.readTree(done("rotate-master", "--forget", "--json"));
    assertThat(forgotten.path("forgotten").asBoolean()).isTrue();
    assertThat(forgotten.path("previous").isNull()).isTrue();
  }

  @Test
  @Attack("S-13")
  void what_cannot_be_done_is_one_line_and_changes_nothing() throws Exception {
    try (var server = ServerProcess.serve(data)) {
      server.stop();
    }
    refusesInOneLine(keys("retire", "other"), "no signing key other");
    refusesInOneLine(
        ServerProcess.run(
            Map.of("ASTRAL_MASTER_KEY", "A".repeat(43)), "keys", "rotate", "--data=" + data),
        "not the one");
    refusesInOneLine(
        ServerProcess.run(
            Map.of("ASTRAL_MASTER_KEY", "A".repeat(43)), "keys", "rotate-master", "--data=" + data),
        "ASTRAL_MASTER_KEY_PREVIOUS");
    assertThat(list()).hasSize(1);
    Path empty = Files.createDirectory(data.resolve("empty"));
    for (String command : List.of("list", "rotate", "rotate-master")) {
      refusesInOneLine(
          ServerProcess.run(Map.of(), "keys", command, "--data=" + empty), "no database");
    }
    assertThat(empty).isEmptyDirectory();
  }

  private static void refusesInOneLine(ServerProcess.Run run, String... words) {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("astral: ").contains(words);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void settings_that_cannot_be_are_named() {
    var run =
        ServerProcess.run(
            Map.of(),
            "serve",
            "--issuer=" + TestServer.ISSUER,
            "--data=" + data,
            "--signing-algorithm=HS256",
            "--key-rotation=1",
            "--master-key-previous=short");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("ES256, RS256 or EdDSA", "2 to 3650", "master-key-previous");
  }
}
