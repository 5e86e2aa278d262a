package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.storage.testing.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code astral backup} and {@code restore} of a PostgreSQL server's database. */
final class PostgresBackupTest {
  private static final String ME = "/api/v1/users/@me";

  @TempDir private Path data;
  @TempDir private Path folder;

  private final Map<String, String> postgres = database();

  private static Map<String, String> database() {
    var server = PostgresServer.running();
    String url = server.url(server.make().database(), "postgres", "believed");
    return Map.of("ASTRAL_DATABASE_URL", url);
  }

  /**
   * Who was there before.
   *
   * @param revoked after the backup was taken
   */
  private record Past(TestUser ada, TestApp app, Tokens tokens, Tokens revoked) {}

  @Test
  void a_backup_is_taken_beside_running_nodes_and_restored_into_the_server() {
    String backup = folder.resolve("backup.zip").toString();
    Map<String, String> fresh = database();
    Past past;
    try (var server = ServerProcess.serve(data, postgres)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      var revoked = app.exchange(ada.approves(app, "identify")).granted();
      var tokens = app.exchange(ada.approves(app, "identify")).granted();

      does("users: 2", postgres, "backup", backup);
      does("is whole", postgres, "backup", "verify", backup);

      app.revoke(revoked.refresh()).hasStatus(200);
      past = new Past(ada, app, tokens, revoked);
      refuses("Another server is running", postgres, "restore", backup, "--replace");
      server.stop();
    }

    refuses("with --replace", postgres, "restore", backup);
    does("people sign in again", postgres, "restore", backup, "--replace");
    does("is restored", fresh, "restore", backup);

    for (var environment : List.of(postgres, fresh)) {
      try (var server = ServerProcess.serve(data, environment)) {
        signInAgain(past, server);
      }
    }
    assertThat(ServerProcess.run(postgres, "audit", "export", "--data=" + data).out())
        .contains("\"database_restored\"", "\"all_access_ended\"");
  }

  private static void signInAgain(Past past, ServerProcess server) {
    var app = new TestApp(server, past.app().id(), past.app().secret(), TestApp.REDIRECT_URI);
    app.get(ME, past.tokens().access()).hasStatus(401);
    app.refresh(past.tokens().refresh()).refusedWith("invalid_grant");
    app.refresh(past.revoked().refresh()).refusedWith("invalid_grant");
    var ada = past.ada();
    var signedOut = new TestUser(server, ada.name(), ada.email(), ada.id(), ada.session());
    signedOut.get(ME).hasStatus(401);
    var again = signedOut.signsInElsewhere(TestUser.PASSWORD, "Firefox/1");
    app.get(ME, app.accessOf(again, "identify")).hasStatus(200);
  }

  private void does(String said, Map<String, String> environment, String... arguments) {
    var run = ServerProcess.run(environment, withData(arguments));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(said);
  }

  private void refuses(String why, Map<String, String> environment, String... arguments) {
    var run = ServerProcess.run(environment, withData(arguments));
    assertThat(run.exitCode()).as(run.out()).isEqualTo(Main.CANNOT_START);
    assertThat(run.err()).contains(why);
  }

  private String[] withData(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + data);
    return all.toArray(String[]::new);
  }
}
