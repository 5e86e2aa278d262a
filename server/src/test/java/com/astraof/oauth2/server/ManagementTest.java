package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.config.ManagementSettings;
import com.astraof.oauth2.server.config.SettingsReader;
import com.astraof.oauth2.server.config.SettingsReader.Outcome;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.BrokenTable;
import com.astraof.oauth2.server.testing.TestServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The operator's own door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ManagementTest {
  private static final List<String> PATHS = List.of("/livez", "/readyz", "/metrics");

  private final TestServer server = TestServer.withManagement();

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer readiness() {
    return server.management().get("/readyz");
  }

  private static String problem(Answer answer, String check) {
    for (JsonNode one : answer.json().path("checks")) {
      if (one.path("name").asString("").equals(check)) {
        return one.path("problem").asString("");
      }
    }
    throw new AssertionError("There is no check " + check + " in " + answer);
  }

  @Test
  @Attack("S-12")
  void nothing_of_it_answers_on_the_public_port_and_nothing_public_on_it() {
    for (String path : PATHS) {
      server.management().get(path).hasStatus(200);
      server.wire().get(path).hasStatus(404);
    }
    for (Route route : server.astral().routes().all()) {
      server
          .management()
          .send(route.method(), route.pattern().replaceAll("[{}]", ""), "", Map.of())
          .hasStatus(404);
    }
  }

  @Test
  @Attack("S-12")
  void unless_it_is_said_otherwise_it_listens_on_loopback_alone() {
    var read = new SettingsReader().flags(Map.of()).file(Map.of("issuer", "https://a.example"));

    assertThat(read.read())
        .isInstanceOfSatisfying(
            Outcome.Valid.class,
            valid ->
                assertThat(valid.settings().management().listener())
                    .satisfies(listener -> assertThat(listener.host()).isEqualTo("127.0.0.1")));
    var elsewhere = new InetSocketAddress("127.0.0.2", server.astral().managementPort().orElse(0));
    assertThatThrownBy(
            () -> {
              try (var socket = new Socket()) {
                socket.connect(elsewhere, 2_000);
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void without_the_setting_there_is_no_door() {
    try (var none = TestServer.with(settings -> settings.with(ManagementSettings.OFF))) {
      assertThat(none.astral().managementPort()).isEmpty();
    }
  }

  @Test
  void a_port_that_another_server_has_is_refused_in_words() {
    int taken = server.astral().managementPort().orElseThrow();

    assertThatThrownBy(
            () -> TestServer.with(settings -> settings.with(ManagementSettings.on(taken))))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("--management-port");
  }

  @Test
  void a_server_that_can_work_is_ready_and_names_what_it_looked_at() {
    var answer = readiness().hasStatus(200);

    assertThat(answer.json().path("ready").asBoolean()).isTrue();
    assertThat(answer.json().path("checks").findValuesAsString("name"))
        .containsExactly("serving", "database", "migrations", "keys", "endings");
  }

  @Test
  void a_server_whose_database_does_not_answer_is_alive_but_not_ready() {
    try (var _ = new BrokenTable(server, "flyway_schema_history")) {
      assertThat(problem(readiness().hasStatus(503), "database")).isEqualTo("It cannot be read.");
      server.management().get("/livez").hasStatus(200);
    }
    readiness().hasStatus(200);
  }

  /** A lent database would be given back so. */
  @Test
  @Tag("embedded")
  void a_database_that_was_put_back_to_an_older_version_is_told() {
    String newest = "(select max(installed_rank) from flyway_schema_history)";
    try (var older = TestServer.withManagement()) {
      older.change("delete from flyway_schema_history where installed_rank = " + newest);

      var answer = older.management().get("/readyz").hasStatus(503);
      assertThat(problem(answer, "migrations")).contains("and this server needs");
      assertThat(problem(answer, "database")).isEmpty();
    }
  }
}
