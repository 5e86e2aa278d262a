package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code astral audit export}, as an operator meets it. */
final class AuditExportTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private static ServerProcess.Run export(Path folder, String... more) {
    var arguments = new ArrayList<>(List.of("audit", "export", "--data=" + folder));
    arguments.addAll(List.of(more));
    return ServerProcess.run(Map.of(), arguments.toArray(String[]::new));
  }

  private static List<JsonNode> lines(ServerProcess.Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().map(JSON::readTree).toList();
  }

  @Test
  @Attack("S-05")
  void a_running_server_is_read_line_by_line_and_no_secret_is_among_them() {
    var ada = server.user("ada");
    var app = server.app();
    var code = ada.approves(app, "identify");
    var tokens = app.exchange(code).granted();
    app.revoke(tokens.refresh()).hasStatus(200);

    var run = export(server.folder());

    assertThat(lines(run).stream().map(line -> line.path("event").asString()))
        .containsSubsequence(
            "registered",
            "signed_in",
            "application_created",
            "access_approved",
            "access_given_back");
    var givenBack = lines(run).getLast();
    assertThat(givenBack.propertyNames())
        .containsExactly(
            "id",
            "at",
            "event",
            "by",
            "by_id",
            "user_id",
            "application_id",
            "grant_id",
            "guild_id",
            "address",
            "browser",
            "system");
    assertThat(givenBack.path("by").asString()).isEqualTo("application");
    assertThat(givenBack.path("by_id").asString()).isEqualTo(app.id());
    assertThat(givenBack.path("user_id").asString()).isEqualTo(ada.id());
    assertThat(run.out())
        .doesNotContain(
            code,
            tokens.access(),
            tokens.refresh(),
            ada.session(),
            app.secret(),
            ada.email(),
            TestUser.PASSWORD);
  }

  @Test
  void since_leaves_out_what_is_older() {
    server.user("ada");
    var day = server.clock().instant().toString().substring(0, 10);

    assertThat(lines(export(server.folder(), "--since=" + day))).hasSize(2);
    assertThat(lines(export(server.folder(), "--since=" + day + "T23:59:59Z"))).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_one_line(@TempDir Path empty) {
    for (var run : List.of(export(empty), export(server.folder(), "--since=yesterday"))) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err().strip().lines()).hasSize(1);
      assertThat(run.err()).startsWith("astral: ");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void a_stopped_server_is_read_as_well(@TempDir Path data) {
    try (var process = ServerProcess.serve(data)) {
      process.user("ada");
      process.stop();
    }

    assertThat(lines(export(data, "--since=1h"))).hasSize(2);
  }
}
