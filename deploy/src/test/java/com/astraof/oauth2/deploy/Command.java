package com.astraof.oauth2.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A command that must end well within three minutes. */
final class Command {
  private Command() {}

  /** What it printed on standard output; fails with all of it when the command does. */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command).directory(folder.toFile()));
  }

  static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path output = Files.createTempFile("command", ".out");
    Path errors = Files.createTempFile("command", ".err");
    var process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(output);
    assertThat(ended && process.exitValue() == 0)
        .as("%s printed:\n%s\n%s", builder.command(), printed, Files.readString(errors))
        .isTrue();
    Files.delete(output);
    Files.delete(errors);
    return printed;
  }
}
