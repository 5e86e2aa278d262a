package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.storage.testing.TestEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The {@code astral} command in a process of its own, which can be killed for real. */
public final class ServerProcess implements Reachable, AutoCloseable {
  private static final String DATA = "--data=";

  private final Process process;
  private final int port;
  private final int managementPort;

  private ServerProcess(Process process, int port, int managementPort) {
    this.process = process;
    this.port = port;
    this.managementPort = managementPort;
  }

  /** Serves from the folder and waits until it says so. */
  public static ServerProcess serve(Path data) {
    return serve(data, Map.of());
  }

  /** The same with more in the environment. */
  public static ServerProcess serve(Path data, Map<String, String> environment) {
    int port = TestServer.freePort();
    int managementPort = TestServer.freePort();
    var builder =
        builder(
            environment,
            "serve",
            "--issuer=" + TestServer.ISSUER,
            "--port=" + port,
            "--management-port=" + managementPort,
            DATA + data,
            "--rate-limits=off");
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      awaitServing(process.inputReader());
      return new ServerProcess(process, port, managementPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Libraries may have warned of something before. */
  private static void awaitServing(BufferedReader out) throws IOException {
    var said = new ArrayList<String>();
    while (said.isEmpty() || !said.getLast().contains("serves " + TestServer.ISSUER)) {
      String line = out.readLine();
      assertThat(line).as("after %s", said).isNotNull();
      said.add(String.valueOf(line));
    }
  }

  /** Runs the command to its end, which must come within half a minute. */
  public static Run run(Map<String, String> environment, String... arguments) {
    try {
      Path out = Files.createTempFile("astral", ".out");
      Path err = Files.createTempFile("astral", ".err");
      Process process =
          builder(environment, arguments)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(30, TimeUnit.SECONDS);
      process.destroyForcibly();
      var run =
          new Run(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Begins the command, for whoever does not let it come to its end. */
  public static Process begin(Map<String, String> environment, String... arguments) {
    try {
      return builder(environment, arguments)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder builder(Map<String, String> environment, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("com.astraof.oauth2.server.Main");
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("ASTRAL_"));
    dataFolder(arguments)
        .ifPresent(data -> builder.environment().putAll(TestEngine.configured().environment(data)));
    builder.environment().putAll(environment);
    return builder;
  }

  private static Optional<Path> dataFolder(String... arguments) {
    return Stream.of(arguments)
        .filter(argument -> argument.startsWith(DATA))
        .map(argument -> Path.of(argument.substring(DATA.length())))
        .findFirst();
  }

  @Override
  public Wire wire() {
    return new Wire(URI.create("http://127.0.0.1:" + port));
  }

  public int port() {
    return port;
  }

  /** The operator's own door. */
  public Wire management() {
    return new Wire(URI.create("http://127.0.0.1:" + managementPort));
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
    askToStop();
    return exitCode();
  }

  public void askToStop() {
    process.destroy();
  }

  /** Once it has ended. */
  public int exitCode() {
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
