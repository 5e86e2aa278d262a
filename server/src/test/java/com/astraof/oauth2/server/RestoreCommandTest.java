package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.Operator;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code astral restore}, after everything went wrong. */
@Tag("embedded")
final class RestoreCommandTest {
  private static final String ME = "/api/v1/users/@me";

  @TempDir private Path data;
  @TempDir private Path shelf;

  private Operator operator = new Operator(Path.of(""));
  private String backup = "";

  @BeforeEach
  void start() {
    operator = new Operator(data);
    backup = shelf.resolve("backup.zip").toString();
  }

  /**
   * What was there before the server was lost.
   *
   * @param revoked after the backup was taken
   * @param retired refreshed after the backup was taken
   * @param renewed what it was refreshed to
   */
  private record Past(TestUser ada, TestApp app, Tokens revoked, Tokens retired, Tokens renewed) {
    TestApp at(ServerProcess server) {
      return new TestApp(server, app.id(), app.secret(), app.redirectUri());
    }

    TestUser adaAt(ServerProcess server) {
      return new TestUser(server, ada.name(), ada.email(), ada.id(), ada.session());
    }
  }

  private Past past() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      var revoked = app.exchange(ada.approves(app, "identify")).granted();
      var retired = app.exchange(ada.approves(app, "identify")).granted();

      operator.does("backup", backup);

      app.revoke(revoked.refresh()).hasStatus(200);
      app.get(ME, revoked.access()).hasStatus(401);
      var renewed = app.refresh(retired.refresh()).granted();
      var change = Map.of("password", TestUser.PASSWORD, "new_password", "a better horse battery");
      ada.patch(ME, change).hasStatus(200);
      server.kill();
      return new Past(ada, app, revoked, retired, renewed);
    }
  }

  @Test
  @Attack("T-17")
  void what_was_revoked_since_stays_revoked_and_everybody_signs_in_again() {
    var past = past();

    String said = operator.does("restore", backup, "--replace");

    assertThat(said).contains("is restored", "kept as", "people sign in again", "Start the server");
    try (var server = ServerProcess.serve(data)) {
      var app = past.at(server);
      app.get(ME, past.revoked().access()).hasStatus(401);
      app.refresh(past.revoked().refresh()).refusedWith("invalid_grant");
      app.refresh(past.retired().refresh()).refusedWith("invalid_grant");
      app.refresh(past.renewed().refresh()).refusedWith("invalid_grant");
      past.adaAt(server).get(ME).hasStatus(401);

      // The password is the one from then.
      var ada = past.adaAt(server).signsInElsewhere(TestUser.PASSWORD, "Firefox/1");
      app.get(ME, app.accessOf(ada, "identify")).hasStatus(200);
    }
    assertThat(operator.does("audit", "export"))
        .contains("\"database_restored\"", "\"all_access_ended\"");
  }

  @Test
  void with_keep_grants_the_older_state_is_back_and_the_operator_is_warned() {
    var past = past();

    var run = operator.runs("restore", backup, "--replace", "--keep-grants", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    var said = new JsonMapper().readTree(run.out());
    assertThat(said.path("counts").path("applications").asInt()).isEqualTo(1);
    assertThat(said.path("ended").asBoolean(true)).isFalse();
    assertThat(Path.of(said.path("kept").asString())).exists();
    assertThat(run.err()).contains("Warning", "is good again", "end-all --sessions");
    try (var server = ServerProcess.serve(data)) {
      var app = past.at(server);
      app.get(ME, past.revoked().access()).hasStatus(200);
      app.refresh(past.renewed().refresh()).refusedWith("invalid_grant");
      app.refresh(past.retired().refresh()).granted();
      app.refresh(past.revoked().refresh()).granted();
    }
  }

  @Test
  void the_database_before_it_is_kept_with_all_that_the_killed_server_wrote() throws IOException {
    past();
    operator.does("restore", backup, "--replace");

    try (var files = Files.list(data)) {
      Path kept =
          files.filter(file -> file.toString().contains(".before-")).findFirst().orElseThrow();
      var lost =
          ServerProcess.run(
              Map.of("ASTRAL_DATABASE_URL", "sqlite:" + kept.getFileName()),
              "audit",
              "export",
              "--data=" + data);
      assertThat(lost.out()).contains("\"access_given_back\"", "\"password_changed\"");
    }
    assertThat(operator.does("audit", "export")).doesNotContain("\"password_changed\"");
  }

  @Test
  void of_two_restores_at_once_one_wins_and_the_server_starts() throws IOException {
    past();
    Files.delete(data.resolve("astral.db"));
    Files.deleteIfExists(data.resolve("astral.db-wal"));
    Files.deleteIfExists(data.resolve("astral.db-shm"));

    var runs = Together.times(2, () -> operator.runs("restore", backup));

    assertThat(runs).extracting(ServerProcess.Run::exitCode).containsExactlyInAnyOrder(0, 1);
    ServerProcess.serve(data).close();
  }

  @Test
  void a_server_does_not_start_empty_where_a_restore_was_cut_off() throws IOException {
    past();
    Files.move(data.resolve("astral.db"), data.resolve("astral.db.restoring"));

    operator.isRefused("cut off", "serve", "--issuer=https://astral.example");
    operator.does("restore", backup);

    ServerProcess.serve(data).close();
  }
}
