package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.config.Setting;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code astral} command as an operator meets it. */
final class CommandLineTest {
  @TempDir private Path data;

  private ServerProcess.Run serve(String... more) {
    var arguments = new ArrayList<String>();
    arguments.add("serve");
    arguments.add("--data=" + data);
    arguments.addAll(List.of(more));
    return ServerProcess.run(Map.of(), arguments.toArray(String[]::new));
  }

  private static void refusesInOneLine(ServerProcess.Run run, String... words) {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(run.err()).startsWith("astral: ").contains(words);
  }

  @Test
  void help_lists_every_setting_with_its_variable_and_default() {
    var run = ServerProcess.run(Map.of(), "serve", "--help");

    assertThat(run.exitCode()).isZero();
    for (Setting setting : Setting.values()) {
      assertThat(run.out()).contains(setting.flag()).contains(setting.variable());
      setting.otherwise().ifPresent(value -> assertThat(run.out()).contains("Default: " + value));
    }
  }

  @Test
  void without_an_issuer_it_says_what_to_set() {
    refusesInOneLine(serve(), "--issuer", "ASTRAL_ISSUER");
  }

  @Test
  @Rfc(value = 8414, section = "2")
  void an_issuer_without_https_is_refused() {
    refusesInOneLine(serve("--issuer=http://astral.example"), "https");
  }

  @Test
  void a_taken_port_is_one_line() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refusesInOneLine(
          serve(
              "--issuer=https://a.example",
              "--port=" + taken.getLocalPort(),
              "--management-port=off"),
          "port is taken");
    }
  }

  @Test
  void a_taken_management_port_is_one_line() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var run =
          serve(
              "--issuer=https://a.example",
              "--port=0",
              "--management-port=" + taken.getLocalPort());

      refusesInOneLine(run, "port is taken", "--management-port");
    }
  }

  @Test
  void a_data_folder_that_is_no_folder_is_refused() throws Exception {
    Path file = Files.createFile(data.resolve("file"));

    var run = ServerProcess.run(Map.of(), "serve", "--issuer=https://a.example", "--data=" + file);

    refusesInOneLine(run, "data folder", file.toString());
  }

  @Test
  @Attack("S-13")
  void a_master_key_that_others_may_read_is_refused() throws Exception {
    try (var server = ServerProcess.serve(data)) {
      assertThat(server.stop()).isZero();
    }
    Path key = data.resolve("master.key");
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    refusesInOneLine(serve("--issuer=https://a.example"), "chmod 600");
  }

  @Test
  @Attack("S-13")
  void a_missing_or_foreign_master_key_is_refused() throws Exception {
    try (var server = ServerProcess.serve(data)) {
      server.stop();
    }

    Files.move(data.resolve("master.key"), data.resolve("kept"));
    refusesInOneLine(serve("--issuer=https://a.example"), "no master key");
    refusesInOneLine(
        serve("--issuer=https://a.example", "--master-key=" + "A".repeat(43)), "not the one");
  }

  @Test
  void flags_win_over_variables_and_those_over_the_file() throws Exception {
    Path file = Files.writeString(data.resolve("a.properties"), "port = x\nissuer = nonsense\n");
    var environment = Map.of("ASTRAL_CONFIG", file.toString(), "ASTRAL_PORT", "70000");

    var run = ServerProcess.run(environment, "serve", "--issuer=http://flag.example");

    assertThat(run.err())
        .contains("http://flag.example")
        .contains("70000")
        .doesNotContain("nonsense");
  }

  @Test
  void networks_that_may_be_called_are_read_or_refused() {
    refusesInOneLine(
        serve("--issuer=https://a.example", "--fetch-allow=10.0.0.0/33"), "fetch-allow");
    refusesInOneLine(
        serve("--issuer=https://a.example", "--fetch-allow=example.org"), "fetch-allow");
  }

  @Test
  void an_unknown_key_in_the_file_is_named() throws Exception {
    Path file = Files.writeString(data.resolve("a.properties"), "isuer = https://a.example\n");

    refusesInOneLine(serve("--issuer=https://a.example", "--config=" + file), "unknown key: isuer");
  }

  @Test
  @Attack("S-15")
  void a_second_server_on_the_same_folder_is_refused() {
    try (var first = ServerProcess.serve(data)) {
      refusesInOneLine(serve("--issuer=" + TestServer.ISSUER, "--port=0"), "Another server");
      first.wire().get("/.well-known/jwks.json").hasStatus(200);
    }
  }
}
