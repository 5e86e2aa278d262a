package com.astraof.oauth2.faults.world;

import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One server in a process of its own, behind a link that can be cut. */
public final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Map<String, String> environment;
  private final Path folder;
  private final Link link;
  private final int port = TestServer.freePort();
  private Program program;
  private @Nullable Process process;

  /**
   * @param environment with what all nodes share
   */
  Node(Path folder, Map<String, String> environment, Program program) {
    this.folder = folder;
    this.link = Link.to(port);
    this.program = program;
    this.environment = new HashMap<>(environment);
    this.environment.put("ASTRAL_DATA", folder.resolve("data").toString());
    this.environment.put("ASTRAL_PORT", Integer.toString(port));
    this.environment.put("ASTRAL_MANAGEMENT_PORT", "off");
  }

  public Wire wire() {
    return new Wire(URI.create("http://127.0.0.1:" + link.port()));
  }

  /** Returns when it serves. */
  public void start() {
    var builder = new ProcessBuilder(program.command());
    builder.environment().keySet().removeIf(name -> name.startsWith("ASTRAL_"));
    builder.environment().putAll(environment);
    // What libraries unpack goes with the rest.
    builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
    try {
      process = builder.start();
      awaitWelcome(process.inputReader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitWelcome(BufferedReader out) throws IOException {
    String line = out.readLine();
    while (line != null && !line.contains(" serves ")) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("A node did not start:\n" + Folders.lastWords(log()));
    }
    Thread.ofVirtual().start(() -> drain(out));
  }

  private Path log() {
    return folder.resolve("log");
  }

  private static void drain(BufferedReader out) {
    try {
      out.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // With the process.
    }
  }

  /** From the next start on. */
  public void runs(Program other) {
    program = other;
  }

  /** SIGKILL. */
  void kill() {
    running().destroyForcibly();
    await();
  }

  /** SIGTERM; returns when what was under way is finished. */
  public void stop() {
    running().destroy();
    await();
  }

  void freeze() {
    Signals.send("STOP", running().pid());
  }

  void thaw() {
    Signals.send("CONT", running().pid());
  }

  void cutClients() {
    link.cut();
  }

  /** Lets it find no room for another byte in any file. */
  void fillDisk() {
    Signals.limitFiles(running().pid(), "4096");
  }

  void makeRoom() {
    Signals.limitFiles(running().pid(), "unlimited");
  }

  void shiftClock(Duration ahead) {
    try {
      var control = running().outputWriter();
      control.write(ahead.toMillis() + "\n");
      control.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("The node was not started");
    }
    return process;
  }

  private void await() {
    try {
      if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("A node did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
    link.close();
  }
}
