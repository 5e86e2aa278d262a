package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.Astral;
import com.astraof.oauth2.server.CannotStart;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.OtherNode;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is changed, and what was made under the old one goes on. */
final class MasterKeyStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  private ServerProcess.Run rotateMaster(String... more) {
    var arguments = new ArrayList<>(List.of("keys", "rotate-master", "--data=" + server.folder()));
    arguments.addAll(List.of(more));
    return ServerProcess.run(Map.of(), arguments.toArray(String[]::new));
  }

  private Settings.Keys rotated(String... more) {
    var run = rotateMaster(more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Settings.Keys.USUAL;
  }

  private Path file(String name) {
    return server.folder().resolve(name);
  }

  private static Settings.Keys keys(MasterKey master, MasterKey... previous) {
    return new Settings.Keys(
        Optional.of(master), List.of(previous), SigningAlgorithm.ES256, Optional.empty());
  }

  /** Everything that lives under the master key, made before and used after. */
  private final class Belongings {
    private final TestBrowser browser = new TestBrowser(server);
    private final Answer consent;
    private final String code = ada.approves(app, "identify");
    private final Answer.Tokens tokens = app.exchange(ada.approves(app, "identify")).granted();
    private final Answer.Tokens lost = app.exchange(ada.approves(app, "identify")).granted();

    Belongings() {
      String request =
          "/oauth2/authorize?"
              + Wire.encode(
                  Map.of(
                      "client_id",
                      app.id(),
                      "redirect_uri",
                      app.redirectUri(),
                      "response_type",
                      "code",
                      "prompt",
                      "consent",
                      "scope",
                      "identify guilds"));
      consent = browser.follow(browser.signIn(ada, request)).hasStatus(200);
      app.refresh(lost.refresh()).granted();
    }

    void allLive() {
      app.exchange(code).granted();
      app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
      var fresh = app.refresh(tokens.refresh()).granted();
      app.refresh(fresh.refresh()).granted();
      app.refresh(lost.refresh()).granted();
      ada.get("/api/v1/users/@me").hasStatus(200);
      var fields = Map.of("decision", "approve");
      var decided = browser.submit(consent, "/oauth2/authorize/decision", fields);
      app.exchange(decided.redirectParameters().required("code")).granted();
    }

    void allAreDead() {
      app.exchange(code).refusedWith("invalid_grant");
      app.get("/api/v1/users/@me", tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
      app.refresh(tokens.refresh()).refusedWith("invalid_grant");
      app.refresh(lost.refresh()).refusedWith("invalid_grant");
      var fields = Map.of("decision", "approve");
      browser.submit(consent, "/oauth2/authorize/decision", fields).hasStatus(403);
    }
  }

  @Test
  @Attack("S-11")
  void codes_tokens_sessions_and_open_pages_outlive_the_master_key() {
    var belongings = new Belongings();
    MasterKey old = OtherNode.masterKey(server.folder());

    server.restart(this::rotated);

    assertThat(OtherNode.masterKey(server.folder())).isNotEqualTo(old);
    belongings.allLive();
  }

  @Test
  void a_second_change_keeps_what_the_first_key_made() throws IOException {
    var belongings = new Belongings();

    server.restart(this::rotated);
    server.restart(this::rotated);

    assertThat(Files.readAllLines(file("master.key.previous"))).hasSize(2);
    for (String name : List.of("master.key", "master.key.previous")) {
      assertThat(Files.getPosixFilePermissions(file(name)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    belongings.allLive();
  }

  @Test
  void without_the_previous_key_what_it_made_is_refused_and_access_tokens_live() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    server.restart(this::rotated);

    server.restart(
        () -> {
          delete(file("master.key.previous"));
          return Settings.Keys.USUAL;
        });

    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  @Attack("S-11")
  void a_change_that_broke_off_after_any_step_is_finished_by_the_next_start() {
    var belongings = new Belongings();
    MasterKey old = OtherNode.masterKey(server.folder());

    // The previous key is written, the new one not yet.
    server.restart(
        () -> {
          write(file("master.key.previous"), old.expose());
          write(file("master.key.new"), "half of a k");
          return Settings.Keys.USUAL;
        });
    app.exchange(ada.approves(app, "identify")).granted();
    // Both files are written, the database is not sealed anew.
    server.restart(
        () -> {
          delete(file("master.key"));
          write(file("master.key"), MasterKey.generate(new SystemEntropy()).expose());
          return Settings.Keys.USUAL;
        });

    belongings.allLive();
    String token = app.accessOf(ada, "identify");
    server.restart(
        () -> {
          delete(file("master.key.previous"));
          return Settings.Keys.USUAL;
        });
    app.get("/api/v1/users/@me", token).hasStatus(200);
  }

  @Test
  void keys_that_come_from_the_settings_are_changed_there() {
    var belongings = new Belongings();
    MasterKey old = OtherNode.masterKey(server.folder());
    delete(file("master.key"));
    MasterKey fresh = other(old);

    server.restart(() -> keys(fresh, old));

    belongings.allLive();
    server.restart(() -> keys(fresh));
    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  @Attack("S-13")
  void the_wrong_keys_are_refused_with_words_before_during_and_after_a_change() {
    MasterKey old = OtherNode.masterKey(server.folder());
    MasterKey fresh = other(old);
    MasterKey foreign = other(old, fresh);

    server.restart(
        () -> {
          refused(keys(foreign), "not the one");
          refused(keys(fresh), "not the one");
          refused(keys(fresh, foreign), "not the one");
          return keys(fresh, old);
        });
    server.restart(
        () -> {
          refused(keys(old), "not the one");
          refused(keys(foreign, old), "not the one");
          return keys(fresh);
        });
    server.restart(
        () -> {
          refused(keys(fresh, twin(fresh)), "told apart");
          return keys(fresh, old);
        });
  }

  private void refused(Settings.Keys keys, String words) {
    assertThatThrownBy(() -> Astral.start(server.settings().with(keys), server.surroundings()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(words);
  }

  @Test
  @Attack("S-13")
  void a_previous_key_that_others_may_read_is_refused() {
    server.restart(
        () -> {
          rotated();
          write(file("master.key.previous"), OtherNode.masterKey(server.folder()).expose());
          permit(file("master.key.previous"), "rw-r--r--");
          refused(Settings.Keys.USUAL, "chmod 600");
          permit(file("master.key.previous"), "rw-------");
          return Settings.Keys.USUAL;
        });
  }

  @Test
  void a_running_server_keeps_its_master_key() {
    MasterKey old = OtherNode.masterKey(server.folder());

    var run = rotateMaster();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Another server is running").contains("stop it first");
    assertThat(OtherNode.masterKey(server.folder())).isEqualTo(old);
  }

  @Test
  @Attack("T-16")
  void a_stolen_master_key_is_forgotten_with_all_that_was_made_under_it() {
    var belongings = new Belongings();

    server.restart(() -> rotated("--forget"));

    belongings.allAreDead();
    assertThat(file("master.key.previous")).doesNotExist();
    ada.get("/api/v1/users/@me").hasStatus(200);
    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  void a_lost_master_key_is_replaced() {
    server.restart(
        () -> {
          delete(file("master.key"));
          refused(Settings.Keys.USUAL, "no master key");
          assertThat(rotateMaster().err()).contains("no master key");
          return rotated("--forget");
        });

    app.exchange(ada.approves(app, "identify")).granted();
  }

  @Test
  @Attack("T-16")
  void a_stolen_database_serves_nobody_who_has_no_key(@TempDir Path thief) throws IOException {
    var belongings = new Belongings();
    for (String name : List.of("astral.db", "astral.db-wal", "astral.db-shm")) {
      Files.copy(file(name), thief.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    var stolen = List.of("--issuer=" + TestServer.ISSUER, "--port=0", "--data=" + thief);
    String own = MasterKey.generate(new SystemEntropy()).expose();

    assertThat(serve(stolen, Map.of()).err()).contains("no master key");
    assertThat(serve(stolen, Map.of("ASTRAL_MASTER_KEY", own)).err()).contains("not the one");
    // With keys of the thief's own it serves, and what it makes means nothing here.
    var forgotten =
        ServerProcess.run(Map.of(), "keys", "rotate-master", "--forget", "--data=" + thief);
    assertThat(forgotten.exitCode()).as(forgotten.err()).isZero();
    try (var theirs = ServerProcess.serve(thief)) {
      var there = new TestApp(theirs, app.id(), app.secret(), app.redirectUri());
      there.refresh(belongings.tokens.refresh()).refusedWith("invalid_grant");
      var eve = new TestUser(theirs, "ada", ada.email(), ada.id(), ada.session());
      var forged = there.exchange(eve.approves(there, "identify")).granted();
      app.get("/api/v1/users/@me", forged.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
      app.refresh(forged.refresh()).refusedWith("invalid_grant");
    }
    belongings.allLive();
  }

  private static ServerProcess.Run serve(List<String> options, Map<String, String> environment) {
    var arguments = new ArrayList<>(List.of("serve"));
    arguments.addAll(options);
    return ServerProcess.run(environment, arguments.toArray(String[]::new));
  }

  /** A key that can be told apart from these. */
  private static MasterKey other(MasterKey... keys) {
    var masters = new MasterKeys(keys[0], List.of(keys).subList(1, keys.length));
    return masters.succeeded(new SystemEntropy()).current();
  }

  /** A key that cannot. */
  private static MasterKey twin(MasterKey key) {
    var entropy = new SystemEntropy();
    MasterKey twin = MasterKey.generate(entropy);
    while (twin.hashCode() != key.hashCode()) {
      twin = MasterKey.generate(entropy);
    }
    return twin;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + "\n");
      permit(file, "rw-------");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void permit(Path file, String permissions) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
