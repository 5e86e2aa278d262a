package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The {@code astral} command in a process of its own, which can be killed for real. */
public final class ServerProcess implements Reachable, AutoCloseable {
  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Serves from the folder and waits until it says so. */
  public static ServerProcess serve(Path data) {
    int port = TestServer.freePort();
    Process process =
        astral(
            Map.of(),
            "serve",
            "--issuer=" + TestServer.ISSUER,
            "--port=" + port,
            "--data=" + data,
            "--rate-limits=off");
    BufferedReader out = process.inputReader();
    try {
      assertThat(out.readLine()).contains("serves " + TestServer.ISSUER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ServerProcess(process, port);
  }

  /** Starts the command; its log is thrown away. */
  public static Process astral(Map<String, String> environment, String... arguments) {
    return start(ProcessBuilder.Redirect.DISCARD, environment, arguments);
  }

  /** Runs the command to its end. */
  public static Run run(Map<String, String> environment, String... arguments) {
    Process process = start(ProcessBuilder.Redirect.PIPE, environment, arguments);
    process
        .onExit()
        .orTimeout(30, TimeUnit.SECONDS)
        .whenComplete((done, late) -> process.destroyForcibly());
    try {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process start(
      ProcessBuilder.Redirect errors, Map<String, String> environment, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("com.astraof.oauth2.server.Main");
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectError(errors);
    builder.environment().keySet().removeIf(name -> name.startsWith("ASTRAL_"));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Wire wire() {
    return new Wire(URI.create("http://127.0.0.1:" + port));
  }

  public TestUser user(String name) {
    return TestUser.register(this, name, name + "@example.org");
  }

  /** SIGKILL: nothing in the process gets to do anything more. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** SIGTERM, as Ctrl-C or a service manager would; the exit code. */
  public int stop() {
    process.destroy();
    await();
    return process.exitValue();
  }

  private void await() {
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    await();
  }

  /** What a command left behind. */
  public record Run(int exitCode, String out, String err) {}
}
