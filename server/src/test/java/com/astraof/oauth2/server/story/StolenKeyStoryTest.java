package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.KeyFolder.CURRENT;
import static com.astraof.oauth2.server.testing.KeyFolder.PREVIOUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.Astral;
import com.astraof.oauth2.server.CannotStart;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.testing.Belongings;
import com.astraof.oauth2.server.testing.KeyFolder;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.storage.testing.TestEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are wrong, lost or stolen, and databases without theirs. */
final class StolenKeyStoryTest {
  private final TestServer server = TestServer.start();
  private final KeyFolder folder = new KeyFolder(server.folder());
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final Belongings belongings = new Belongings(server, ada, app);

  @AfterEach
  void stop() {
    server.close();
  }

  private void refused(Settings.Keys keys, String words) {
    assertThatThrownBy(() -> Astral.start(server.settings(keys), server.surroundings()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(words);
  }

  @Test
  @Attack("S-13")
  void the_wrong_keys_are_refused_with_words_before_and_during_a_change() {
    MasterKey old = folder.master();
    MasterKey fresh = KeyFolder.other(old);
    MasterKey foreign = KeyFolder.other(old, fresh);

    server.restart(
        () -> {
          refused(KeyFolder.settings(foreign), "not the one");
          refused(KeyFolder.settings(fresh), "not the one");
          refused(KeyFolder.settings(fresh, foreign), "not the one");
          return KeyFolder.settings(fresh, old);
        });

    belongings.allLive();
  }

  @Test
  @Attack("S-13")
  void the_old_key_alone_is_refused_after_a_change() {
    MasterKey old = folder.master();
    server.restart(folder::rotated);
    MasterKey foreign = KeyFolder.other(old, folder.master());

    server.restart(
        () -> {
          refused(KeyFolder.settings(old), "not the one");
          refused(KeyFolder.settings(foreign, old), "not the one");
          return Settings.Keys.USUAL;
        });

    belongings.allLive();
  }

  @Test
  @Attack("S-13")
  void keys_that_cannot_be_told_apart_are_refused() {
    MasterKey master = folder.master();
    MasterKey twin = MasterKey.generate(new SystemEntropy());
    while (twin.hashCode() != master.hashCode()) {
      twin = MasterKey.generate(new SystemEntropy());
    }
    var colliding = KeyFolder.settings(master, twin);

    server.restart(
        () -> {
          refused(colliding, "told apart");
          return Settings.Keys.USUAL;
        });
  }

  @Test
  @Attack("S-13")
  void a_previous_key_that_others_may_read_is_refused() {
    server.restart(
        () -> {
          folder.rotated();
          folder.permit(PREVIOUS, "rw-r--r--");
          refused(Settings.Keys.USUAL, "chmod 600");
          folder.permit(PREVIOUS, "r--------");
          return Settings.Keys.USUAL;
        });

    belongings.allLive();
  }

  @Test
  @Attack("T-16")
  void a_stolen_master_key_is_forgotten_with_all_that_was_made_under_it() {
    server.restart(() -> folder.rotated("--forget"));

    belongings.allAreDead();
    assertThat(folder.file(PREVIOUS)).doesNotExist();
    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  void a_lost_master_key_is_replaced() {
    server.restart(
        () -> {
          folder.delete(CURRENT);
          refused(Settings.Keys.USUAL, "no master key");
          assertThat(folder.rotateMaster().err()).contains("no master key");
          return folder.rotated("--forget");
        });

    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  @Attack("T-16")
  void a_stolen_database_serves_nobody_who_has_no_key(@TempDir Path theirs) {
    TestEngine.configured().steal(folder.folder(), theirs);

    assertThat(serve(theirs, Map.of())).contains("no master key");
    String own = MasterKey.generate(new SystemEntropy()).expose();
    assertThat(serve(theirs, Map.of("ASTRAL_MASTER_KEY", own))).contains("not the one");
    new KeyFolder(theirs).rotated("--forget");
    try (var thief = ServerProcess.serve(theirs)) {
      var there = new TestApp(thief, app.id(), app.secret(), app.redirectUri());
      there.refresh(belongings.refreshToken()).refusedWith("invalid_grant");
      var eve = thief.user("eve");
      var forged = there.exchange(eve.approves(there, "identify")).granted();
      app.get("/api/v1/users/@me", forged.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
      app.refresh(forged.refresh()).refusedWith("invalid_grant");
      app.exchange(eve.approves(there, "identify")).refusedWith("invalid_grant");
    }
    belongings.allLive();
  }

  private static String serve(Path data, Map<String, String> environment) {
    String issuer = "--issuer=" + TestServer.ISSUER;
    return ServerProcess.run(environment, "serve", issuer, "--port=0", "--data=" + data).err();
  }
}
