package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Operator;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.storage.testing.TestEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code astral migrate}, and a server that does not do it by itself. */
final class MigrateCommandTest {
  private static final Map<String, String> BY_HAND = Map.of("ASTRAL_MIGRATE_AT_START", "off");

  @TempDir private Path data;
  private Operator operator = new Operator(Path.of(""));

  @BeforeEach
  void start() {
    operator = new Operator(data);
  }

  private String exits(int code, String... arguments) {
    var run = operator.runs(arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
    return run.out();
  }

  @Test
  void an_older_schema_is_told_in_words_and_brought_up_to_date() {
    TestEngine.configured().migrateTo(14, data);

    assertThat(exits(3, "migrate", "status"))
        .contains("is at version 14", "15  nodes", "16  ending everything");
    assertThat(exits(3, "migrate", "--dry-run")).isEqualTo(exits(3, "migrate", "status"));
    operator.isRefused("run astral migrate", "keys", "rotate");
    var json = new JsonMapper().readTree(exits(3, "migrate", "status", "--json"));
    assertThat(json.path("version").asInt()).isEqualTo(14);
    assertThat(json.path("newer").asBoolean()).isFalse();
    assertThat(json.path("pending").path(0).path("description").asString()).isEqualTo("nodes");

    assertThat(exits(0, "migrate")).contains("Done: 15, nodes.", "up to date");

    assertThat(exits(0, "migrate", "status")).contains("up to date");
    assertThat(exits(0, "migrate")).doesNotContain("Done");
  }

  @Test
  void a_server_that_is_not_to_migrate_waits_for_whoever_does() {
    var refused =
        ServerProcess.run(
            BY_HAND, "serve", "--issuer=https://astral.example", "--port=0", "--data=" + data);
    assertThat(refused.exitCode()).isEqualTo(Main.CANNOT_START);
    assertThat(refused.err()).contains("version 0", "run astral migrate");

    exits(0, "migrate");

    try (var server = ServerProcess.serve(data, BY_HAND)) {
      server.user("ada");
    }
  }

  @Test
  void one_of_a_newer_build_is_told_and_served() {
    exits(0, "migrate");
    TestEngine.configured().migrateAhead(data);

    assertThat(exits(4, "migrate", "status")).contains("version 9999, newer than this build");
    exits(0, "migrate");

    try (var server = ServerProcess.serve(data)) {
      server.user("ada");
      server.management().get("/readyz").hasStatus(200);
    }
  }
}
