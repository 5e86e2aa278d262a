package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.BrokenTable;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code astral healthcheck}, as whoever looks after a server runs it. */
final class HealthcheckCommandTest {
  private static ServerProcess.Run ask(Object port, String... more) {
    var environment =
        Map.of("ASTRAL_MANAGEMENT_PORT", port.toString(), "ASTRAL_MANAGEMENT_HOST", "0.0.0.0");
    String[] arguments = new String[more.length + 1];
    arguments[0] = "healthcheck";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return ServerProcess.run(environment, arguments);
  }

  @Test
  void it_tells_whether_the_server_is_ready_and_what_is_wrong() {
    try (var server = TestServer.withManagement()) {
      int port = server.astral().managementPort().orElseThrow();

      var well = ask(port);
      assertThat(well.exitCode()).as(well.err()).isZero();
      try (var _ = new BrokenTable(server, "flyway_schema_history")) {
        var ill = ask(port);
        assertThat(ill.exitCode()).isEqualTo(1);
        assertThat(ill.err()).contains("not ready", "database: It cannot be read.");
        assertThat(ask(port, "--live").exitCode()).isZero();
      }
    }
  }

  @Test
  void without_a_server_or_a_door_it_says_so() {
    int nobody = TestServer.freePort();

    assertThat(ask(nobody).exitCode()).isEqualTo(1);
    assertThat(ask(nobody).err()).contains("no answer", "localhost:" + nobody);
    assertThat(ask("off").exitCode()).isEqualTo(1);
    assertThat(ask("off").err()).contains("management-port");
  }
}
