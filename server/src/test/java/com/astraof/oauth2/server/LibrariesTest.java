package com.astraof.oauth2.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What ships, as the build lists it: under good licences, and as decision 3 tells it. */
final class LibrariesTest {
  private static final String OURS = "pkg:maven/com.astraof.oauth2/";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| [^|]* ([0-9][0-9.]*(?:RELEASE)?) \\|");

  /** Of several licences one can be chosen. */
  private static final Set<String> GOOD_LICENCES =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          // TwelveMonkeys says "The BSD License", which the plugin takes for the oldest; it has
          // three clauses.
          "BSD-4-Clause",
          "Bouncy Castle Licence",
          "EPL-2.0",
          "MIT",
          "MIT-0");

  private final JsonNode bill = Json.parse(read(Path.of("target", "bom.json")));

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file + " is written by the build", e);
    }
  }

  @Test
  void all_that_ships_is_under_a_licence_that_agrees_with_ours() {
    for (JsonNode component : bill.path("components")) {
      assertThat(licences(component))
          .as(component.path("purl").asString())
          .containsAnyElementsOf(GOOD_LICENCES);
    }
    assertThat(bill.path("components").size()).isGreaterThan(20);
  }

  private static List<String> licences(JsonNode component) {
    var licences = new ArrayList<String>();
    for (JsonNode choice : component.path("licenses")) {
      JsonNode licence = choice.path("license");
      licences.add(
          licence
              .path("id")
              .asString(licence.path("name").asString(choice.path("expression").asString(""))));
    }
    return licences;
  }

  @Test
  void decision_3_tells_each_library_that_is_chosen_and_no_other() {
    String product =
        read(Path.of("..", "docs", "decisions", "0003-libraries.md"))
            .split("### In the tests and the build", 2)[0];

    var told = new TreeSet<String>();
    ROW.matcher(product).results().forEach(row -> told.add(row.group(1)));

    assertThat(told).isEqualTo(chosenVersions());
  }

  /** Of what our own modules name; what those libraries bring along is theirs to choose. */
  private Set<String> chosenVersions() {
    var versions = new TreeSet<String>();
    for (JsonNode one : bill.path("dependencies")) {
      if (one.path("ref").asString("").startsWith(OURS)) {
        for (JsonNode library : one.path("dependsOn")) {
          version(library.asString()).ifPresent(versions::add);
        }
      }
    }
    return versions;
  }

  private static Optional<String> version(String purl) {
    return Optional.of(purl)
        .filter(one -> !one.startsWith(OURS))
        .map(one -> one.replaceFirst(".*@", "").replaceFirst("\\?.*", ""));
  }
}
