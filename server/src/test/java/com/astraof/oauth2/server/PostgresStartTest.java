package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.storage.testing.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that cannot be used, as an operator meets it. */
final class PostgresStartTest {
  private static final PostgresServer SERVER = PostgresServer.running();

  @TempDir private Path data;

  private String refusal(Map<String, String> environment) {
    String issuer = "--issuer=" + TestServer.ISSUER;
    var run = ServerProcess.run(environment, "serve", issuer, "--port=0", "--data=" + data);
    assertThat(run.exitCode()).isEqualTo(Main.CANNOT_START);
    return run.err();
  }

  @Test
  void a_wrong_password_is_told_and_not_quoted() {
    SERVER.guard("watched", "right");
    String database = SERVER.make().database();

    String within = SERVER.url(database, "watched", "hunter2");
    assertThat(refusal(Map.of("ASTRAL_DATABASE_URL", within)))
        .contains("does not let watched in")
        .doesNotContain("hunter2");
    String apart = within.replace(":hunter2", "");
    var settings = Map.of("ASTRAL_DATABASE_URL", apart, "ASTRAL_DATABASE_PASSWORD", "hunter2");
    assertThat(refusal(settings)).contains("does not let watched in").doesNotContain("hunter2");
  }

  @Test
  void a_database_that_is_missing_is_told_with_how_to_make_it() {
    String url = SERVER.url("atlantis", "postgres", "hunter2");

    assertThat(refusal(Map.of("ASTRAL_DATABASE_URL", url)))
        .contains("createdb --owner=postgres atlantis")
        .doesNotContain("hunter2");
  }
}
