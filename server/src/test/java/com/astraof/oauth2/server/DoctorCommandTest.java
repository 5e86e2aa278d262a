package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code astral doctor}, beside a running server and without one. */
final class DoctorCommandTest {
  @TempDir private Path data;

  private ServerProcess.Run doctor(String... more) {
    var arguments = new ArrayList<>(List.of("doctor", "--data=" + data));
    arguments.addAll(List.of(more));
    return ServerProcess.run(
        Map.of("ASTRAL_ISSUER", TestServer.ISSUER), arguments.toArray(String[]::new));
  }

  @Test
  void beside_a_running_server_all_is_well_and_no_secret_is_said() throws Exception {
    try (var server = ServerProcess.serve(data)) {
      server.user("ada");

      var run = doctor("--rate-limits=off", "--management-host=0.0.0.0");

      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
      assertThat(run.out())
          .containsPattern("ok +settings")
          .containsPattern("ok +database")
          .containsPattern("ok +migrations")
          .containsPattern("ok +clock")
          .containsPattern("ok +master key")
          .containsPattern("ok +signing keys")
          .containsPattern("warning +rate limits")
          .containsPattern("warning +proxies")
          .containsPattern("warning +management port")
          .doesNotContain(Files.readString(data.resolve("master.key")).strip());
      assertThat(doctor("--json").out().lines())
          .allSatisfy(line -> assertThat(line).startsWith("{\"check\":"));
    }
  }

  @Test
  void what_is_wrong_is_said_with_what_to_do() throws Exception {
    try (var server = ServerProcess.serve(data)) {
      server.stop();
    }
    Path key = data.resolve("master.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    var run = doctor();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).containsPattern("problem +master key").contains("chmod 600");
    Files.move(key, data.resolve("kept"));
    assertThat(doctor("--master-key=" + "A".repeat(43)).out()).contains("not the one");
  }

  @Test
  void bad_settings_and_an_empty_folder_are_problems() {
    var unset = doctor("--port=x", "--key-rotation=1");
    assertThat(unset.exitCode()).isEqualTo(1);
    assertThat(unset.out().lines().filter(line -> line.startsWith("problem"))).hasSize(2);

    var empty =
        ServerProcess.run(
            Map.of("ASTRAL_ISSUER", "http://localhost:8080"),
            "doctor",
            "--data",
            data.resolve("none").toString());
    assertThat(empty.exitCode()).isEqualTo(1);
    assertThat(empty.out()).containsPattern("problem +data folder").contains("no database");
  }
}
