package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs the programs in {@code src/test/node} with the libraries that their lock file names. */
public final class Node {
  private static final Path SOURCES = Path.of("src/test/node");
  private static final Path FOLDER = Path.of("target/node");
  private static final String MISSING =
      "Skipped: there is no npm. Install Node.js 18 or newer, for example with apt-get install npm.";

  private Node() {}

  /** What the program printed; fails with all of it when the program does. */
  public static String runs(String program, String... arguments)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(isInstalled(), MISSING);
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json", program)) {
      Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    String _ = run(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
    var command = new ArrayList<>(List.of("node", program));
    command.addAll(List.of(arguments));
    return run(command);
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
    Path errors = FOLDER.resolve("errors.txt");
    var process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectError(errors.toFile())
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    assertThat(ended && process.exitValue() == 0)
        .as("%s printed:\n%s\n%s", command.getFirst(), printed, Files.readString(errors))
        .isTrue();
    return printed;
  }
}
