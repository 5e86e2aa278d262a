package com.astraof.oauth2.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.config.Setting;
import com.astraof.oauth2.server.config.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies in {@code deploy} can be read by those it is for, and names what the server knows. */
final class DeployFilesTest {
  private static final List<String> FOLDERS =
      List.of("archive", "compose", "docker", "kubernetes", "systemd");
  private static final Pattern VARIABLE = Pattern.compile("\\bASTRAL_[A-Z_]+\\b");
  private static final Pattern ENTRY = Pattern.compile("(?m)^#?([a-z][a-z-]*) = (.+)$");

  /** What is no setting: where they are, and what the launcher reads. */
  private static final Set<String> BESIDE = Set.of("ASTRAL_CONFIG", "ASTRAL_JAVA_OPTS");

  private static Stream<Path> files() {
    return FOLDERS.stream()
        .flatMap(
            folder -> {
              try (var files = Files.walk(Path.of(folder))) {
                return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("secrets"))
                    .toList()
                    .stream();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void docker_compose_and_kubernetes_understand_their_files() throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "lint"));
    for (String file : List.of("lint.js", "package.json", "package-lock.json")) {
      Files.copy(Path.of("lint", file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Command.run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");

    String read = Command.run(folder, "node", "lint.js", Path.of("").toAbsolutePath().toString());

    assertThat(read.lines())
        .contains("docker/Dockerfile", "compose/compose.yaml", "kubernetes/deployment.yaml")
        .hasSize(10);
  }

  @Test
  void every_variable_in_them_is_a_setting() {
    var known = new TreeSet<>(BESIDE);
    for (Setting setting : Setting.values()) {
      known.add(setting.variable());
      known.add(setting.variable() + "_FILE");
    }
    var named = new TreeSet<String>();
    files()
        .forEach(file -> VARIABLE.matcher(text(file)).results().forEach(r -> named.add(r.group())));

    assertThat(named).hasSizeGreaterThan(10).isSubsetOf(known);
  }

  @Test
  void the_example_is_valid_with_all_that_it_suggests() {
    var entries = new HashMap<String, String>();
    ENTRY
        .matcher(text(Path.of("archive", "astral.properties.example")))
        .results()
        .forEach(entry -> entries.put(entry.group(1), entry.group(2)));

    var secrets = Map.of("ASTRAL_SMTP_PASSWORD", "kept in a file of its own");

    assertThat(entries).hasSizeGreaterThan(5);
    assertThat(new SettingsReader().file(entries).environment(secrets).read())
        .isInstanceOf(SettingsReader.Outcome.Valid.class);
  }
}
