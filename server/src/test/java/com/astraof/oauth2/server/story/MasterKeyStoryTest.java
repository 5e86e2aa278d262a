package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.KeyFolder.CURRENT;
import static com.astraof.oauth2.server.testing.KeyFolder.PREVIOUS;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.testing.Belongings;
import com.astraof.oauth2.server.testing.KeyFolder;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The master key is changed, and what was made under the old one goes on. */
final class MasterKeyStoryTest {
  private final TestServer server = TestServer.start();
  private final KeyFolder folder = new KeyFolder(server.folder());
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final Belongings belongings = new Belongings(server, ada, app);

  @AfterEach
  void stop() {
    server.close();
  }

  private void restartWithoutPreviousKey() {
    server.restart(
        () -> {
          folder.delete(PREVIOUS);
          return Settings.Keys.USUAL;
        });
  }

  @Test
  @Attack("S-11")
  void codes_tokens_sessions_and_open_pages_outlive_the_master_key() {
    MasterKey old = folder.master();

    server.restart(folder::rotated);

    assertThat(folder.master()).isNotEqualTo(old);
    belongings.allLive();
  }

  @Test
  void a_second_change_keeps_what_the_first_key_made() throws IOException {
    server.restart(folder::rotated);
    server.restart(folder::rotated);

    assertThat(Files.readAllLines(folder.file(PREVIOUS))).hasSize(2);
    for (String name : List.of(CURRENT, PREVIOUS)) {
      assertThat(Files.getPosixFilePermissions(folder.file(name)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    belongings.allLive();
  }

  @Test
  void without_the_previous_key_what_it_made_is_refused_and_access_tokens_live() {
    String access = app.accessOf(ada, "identify");
    server.restart(folder::rotated);

    restartWithoutPreviousKey();

    app.get("/api/v1/users/@me", access).hasStatus(200);
    app.refresh(belongings.refreshToken()).refusedWith("invalid_grant");
    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  @Attack("S-11")
  void a_change_that_broke_off_when_the_previous_key_was_written_changed_nothing() {
    server.restart(
        () -> {
          folder.write(PREVIOUS, folder.master().expose());
          folder.write(CURRENT + ".new", "half of a k");
          return Settings.Keys.USUAL;
        });

    belongings.allLive();
    server.restart(folder::rotated);
    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  @Attack("S-11")
  void a_change_that_broke_off_before_the_database_is_finished_by_the_next_start() {
    server.restart(
        () -> {
          MasterKey old = folder.master();
          folder.write(PREVIOUS, old.expose());
          folder.write(CURRENT, KeyFolder.other(old).expose());
          return Settings.Keys.USUAL;
        });

    belongings.allLive();
    String access = app.accessOf(ada, "identify");
    restartWithoutPreviousKey();
    app.get("/api/v1/users/@me", access).hasStatus(200);
  }

  @Test
  void keys_that_come_from_the_settings_are_changed_there() {
    MasterKey old = folder.master();
    MasterKey fresh = KeyFolder.other(old);
    folder.delete(CURRENT);

    server.restart(() -> KeyFolder.settings(fresh, old));

    belongings.allLive();
    server.restart(() -> KeyFolder.settings(fresh));
    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  void a_running_server_keeps_its_master_key() {
    MasterKey old = folder.master();

    var run = folder.rotateMaster();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Another server is running").contains("stop it first");
    assertThat(folder.master()).isEqualTo(old);
  }
}
