package com.astraof.oauth2.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs the programs in {@code interop/node} with the libraries that their lock file names. */
final class Node {
  private static final Path SOURCES = Path.of("node");
  private static final Path FOLDER = Path.of("target/node");
  private static final String MISSING =
      "Skipped: there is no npm. Install Node.js 20 or newer, for example with apt-get install npm.";

  private static boolean prepared;

  private Node() {}

  /** What the program printed; fails with all of it when the program does. */
  static String runs(String program, String... arguments) throws IOException, InterruptedException {
    Assumptions.assumeTrue(isInstalled(), MISSING);
    prepare();
    var command = new ArrayList<>(List.of("node", program));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Once for all programs: installing takes longer than most of them. */
  private static synchronized void prepare() throws IOException, InterruptedException {
    if (prepared) {
      return;
    }
    Files.createDirectories(FOLDER);
    try (var files = Files.newDirectoryStream(SOURCES, "*.{js,json}")) {
      for (Path file : files) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    String _ = run(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
    prepared = true;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("npm", "--version").redirectErrorStream(true).start().waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Path output = FOLDER.resolve("output.txt");
    Path errors = FOLDER.resolve("errors.txt");
    var process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(output);
    assertThat(ended && process.exitValue() == 0)
        .as("%s printed:\n%s\n%s", command, printed, Files.readString(errors))
        .isTrue();
    return printed;
  }
}
