package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Operator;
import com.astraof.oauth2.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code astral backup}: what it makes, and what it refuses. */
@Tag("embedded")
final class BackupCommandTest {
  @TempDir private Path data;
  @TempDir private Path shelf;

  private Operator operator = new Operator(Path.of(""));

  @BeforeEach
  void start() {
    operator = new Operator(data);
  }

  private String on(String name) {
    return shelf.resolve(name).toString();
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> folder.relativize(file).toString()).toList();
    }
  }

  private void serveOnce() {
    try (var server = ServerProcess.serve(data)) {
      server.user("ada");
      server.stop();
    }
  }

  @Test
  void one_file_for_the_owner_alone_is_made_beside_a_running_server() throws IOException {
    try (var server = ServerProcess.serve(data)) {
      server.user("ada");

      String said = operator.does("backup", on("one.zip"));

      assertThat(said)
          .contains(
              "users: 1", "The master key is not in it", data.resolve("master.key").toString());
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(shelf.resolve("one.zip"))))
          .isEqualTo("rw-------");
      operator.isRefused("overwrites nothing", "backup", on("one.zip"));
      operator.isRefused("no folder", "backup", on("nowhere/one.zip"));
      operator.isRefused("running", "restore", on("one.zip"), "--replace");
      assertThat(operator.does("backup", "verify", on("one.zip")))
          .contains("is whole", "users: 1", "The master key opens it.");
      var manifest = new JsonMapper().readTree(operator.does("backup", on("two.zip"), "--json"));
      assertThat(manifest.propertyNames())
          .containsExactly("format", "build", "schema", "taken_at", "sha256", "bytes", "counts");
      var looked =
          new JsonMapper().readTree(operator.does("backup", "verify", on("two.zip"), "--json"));
      assertThat(looked.path("sha256")).isEqualTo(manifest.path("sha256"));
      assertThat(looked.path("master_key_tried").asBoolean()).isTrue();
      assertThat(names(shelf)).containsExactlyInAnyOrder("one.zip", "two.zip");
    }
  }

  @Test
  void a_backup_of_what_a_killed_server_left_holds_all_of_it() {
    try (var server = ServerProcess.serve(data)) {
      server.user("ada");
      server.kill();
    }

    assertThat(operator.does("backup", on("one.zip"))).contains("users: 1");
  }

  @Test
  void what_is_no_whole_backup_is_refused_with_words() throws IOException {
    serveOnce();
    operator.does("backup", on("good.zip"));
    byte[] good = Files.readAllBytes(shelf.resolve("good.zip"));
    Files.write(shelf.resolve("cut.zip"), Arrays.copyOf(good, good.length / 2));
    byte[] bad = good.clone();
    bad[good.length / 2] ^= 1;
    Files.write(shelf.resolve("bad.zip"), bad);
    Files.writeString(shelf.resolve("diary.zip"), "Dear diary");
    try (var zip = new ZipOutputStream(Files.newOutputStream(shelf.resolve("foreign.zip")))) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
    }

    operator.isRefused("cut off, damaged", "backup", "verify", on("cut.zip"));
    operator.isRefused("is damaged", "backup", "verify", on("bad.zip"));
    operator.isRefused("no backup", "backup", "verify", on("diary.zip"));
    operator.isRefused("no backup", "backup", "verify", on("foreign.zip"));
    operator.isRefused("no backup", "restore", on("none.zip"), "--replace");
    operator.isRefused("is damaged", "restore", on("bad.zip"), "--replace");
    operator.isRefused("There is a database", "restore", on("good.zip"));
    refusesAnotherMasterKey();
    assertThat(names(data))
        .filteredOn(name -> !name.startsWith("astral.db-"))
        .containsExactlyInAnyOrder("astral.db", "master.key", "astral.lock");
  }

  private void refusesAnotherMasterKey() {
    var run =
        ServerProcess.run(
            Map.of("ASTRAL_MASTER_KEY", "A".repeat(43)),
            "restore",
            on("good.zip"),
            "--replace",
            "--data=" + data);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("is not the one that").hasLineCount(1);
  }

  @Test
  void one_of_a_newer_server_is_refused() throws SQLException {
    serveOnce();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("astral.db"));
        var later = connection.createStatement()) {
      later.execute(
          """
          insert into flyway_schema_history (installed_rank, version, description, type, script,
            checksum, installed_by, execution_time, success)
          values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, '', 1, 1)
          """);
    }
    operator.does("backup", on("newer.zip"));

    operator.isRefused("newer version", "restore", on("newer.zip"), "--replace");
  }

  @Test
  void without_a_master_key_nothing_is_restored_nor_made() throws IOException {
    serveOnce();
    operator.does("backup", on("one.zip"));
    var elsewhere = new Operator(shelf.resolve("elsewhere"));

    elsewhere.isRefused("no master key", "restore", on("one.zip"));
    elsewhere.isRefused("no database", "backup", on("two.zip"));

    assertThat(elsewhere.data()).doesNotExist();
    assertThat(elsewhere.does("backup", "verify", on("one.zip"))).contains("it was not tried");
    assertThat(names(shelf)).containsExactly("one.zip");
  }
}
