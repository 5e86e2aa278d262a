package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.RawWire;
import com.astraof.oauth2.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in the middle of a request. */
@Timeout(60)
final class DrainStoryTest {
  private static final String BODY =
      """
      {"username":"late","global_name":"Late","email":"late@example.org","date_of_birth":"1990-01-01",\
      "password":"correct horse battery","consent":true}""";

  @TempDir private Path data;

  /** In the time that the test may take. */
  private static void until(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void what_is_under_way_is_finished_and_nothing_new_is_taken() throws Exception {
    try (var server = ServerProcess.serve(data);
        var late = RawWire.connect(server.port());
        var idle = RawWire.connect(server.port())) {
      RawWire.write(idle, "GET /.well-known/jwks.json HTTP/1.1\r\nHost: a\r\n\r\n");
      RawWire.write(
          late,
          "POST /api/v1/auth/register HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + BODY.length()
              + "\r\n\r\n"
              + BODY.substring(0, 10));
      until(() -> metrics(server).contains("astral_http_requests_under_way 1.0"));

      server.askToStop();
      until(() -> server.management().get("/readyz").status() == 503);
      assertThat(server.management().get("/readyz").body()).contains("The server is stopping.");
      until(() -> isClosedToNewOnes(server));
      assertThat(RawWire.rest(idle)).startsWith("HTTP/1.1 200");

      RawWire.write(late, BODY.substring(10));
      assertThat(RawWire.rest(late))
          .startsWith("HTTP/1.1 200")
          .containsIgnoringCase("\r\nconnection: close");
      assertThat(server.exitCode()).isZero();
    }

    try (var again = ServerProcess.serve(data)) {
      var login = "{\"email\":\"late@example.org\",\"password\":\"correct horse battery\"}";
      again.wire().json("/api/v1/auth/login", login, Map.of()).hasStatus(200);
    }
  }

  private static String metrics(ServerProcess server) {
    return server.management().get("/metrics").body();
  }

  private static boolean isClosedToNewOnes(ServerProcess server) {
    try (var socket = RawWire.connect(server.port())) {
      return !socket.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }
}
