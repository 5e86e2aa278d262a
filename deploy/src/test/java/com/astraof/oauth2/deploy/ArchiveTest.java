package com.astraof.oauth2.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked and run where no other command is to be found. */
final class ArchiveTest {
  @TempDir private static Path folder;

  @TempDir private Path data;

  @BeforeAll
  static void unpack() throws Exception {
    String archive = Command.run(Path.of("."), "sh", "../build/package", "--built").strip();
    Command.run(
        Path.of("."),
        "tar",
        "--extract",
        "--file=" + archive,
        "--strip-components=1",
        "--directory=" + folder);
  }

  /** With no Java and no other command in reach, and nothing of this process's environment. */
  private ProcessBuilder astral(String... arguments) {
    var command =
        Stream.concat(
            Stream.of("/bin/sh", folder.resolve("bin/astral").toString()),
            Arrays.stream(arguments));
    var builder = new ProcessBuilder(command.toList()).directory(data.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", data.toString());
    return builder;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void it_serves_says_so_to_a_healthcheck_and_stops_in_order() throws Exception {
    String port = Integer.toString(freePort());
    String managementPort = Integer.toString(freePort());
    Path log = data.resolve("log");
    var builder = astral("serve", "--issuer=http://localhost:" + port, "--port=" + port);
    builder.environment().put("ASTRAL_MANAGEMENT_PORT", managementPort);
    // With a cache that does not fit, the JVM now does not start.
    builder.environment().put("ASTRAL_JAVA_OPTS", "-XX:AOTMode=on");
    Process server = builder.redirectError(log.toFile()).start();
    try {
      assertThat(server.inputReader().readLine()).as(Files.readString(log)).contains("serves http");
      assertThat(status("http://localhost:" + port + "/.well-known/oauth-authorization-server"))
          .isEqualTo(200);

      var health = astral("healthcheck");
      health.environment().put("ASTRAL_MANAGEMENT_PORT", managementPort);
      assertThat(Command.run(health)).contains("It is ready.");
    } finally {
      server.destroy();
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(server.exitValue()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).doesNotContain("WARN").doesNotContain("ERROR");
  }

  private static int status(String address) throws IOException {
    return URI.create(address).toURL().openConnection() instanceof HttpURLConnection connection
        ? connection.getResponseCode()
        : 0;
  }

  @Test
  void the_demo_runs() throws Exception {
    Process demo =
        astral("demo", "--port=" + freePort(), "--app-port=" + freePort())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(demo.inputReader().lines().limit(3)).anyMatch(line -> line.contains("is running"));
    } finally {
      demo.destroy();
      assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void its_runtime_knows_the_words_for_dates_in_russian() throws Exception {
    String java = folder.resolve("runtime/bin/java").toString();

    assertThat(Command.run(folder, java, "--list-modules")).contains("jdk.localedata");
  }

  @Test
  void licences_and_the_list_of_what_is_in_it_come_along() {
    assertThat(folder.resolve("LICENSE")).isNotEmptyFile();
    assertThat(folder.resolve("bom.json")).isNotEmptyFile();
    assertThat(folder.resolve("runtime/legal/java.base/LICENSE")).exists();
    assertThat(folder.resolve("astral-oauth2.service")).isNotEmptyFile();
  }
}
