package com.astraof.oauth2.server.metrics;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import org.junit.jupiter.api.Test;

/** docs/operate/watching.md, the alerts and the dashboard name the metrics that there are. */
final class WatchingPageTest {
  private static final Path FOLDER = Path.of("..", "docs", "operate");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+_[a-z_]+)` \\|");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE ([a-z_]+) ");
  private static final Pattern NAME = Pattern.compile("\\b(?:astral|jvm|process|system)_[a-z_]+");

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(WatchingPageTest::name).collect(inOrder());
  }

  private static Collector<String, ?, Set<String>> inOrder() {
    return toCollection(TreeSet::new);
  }

  private static String name(MatchResult match) {
    return match.group(match.groupCount());
  }

  private static String read(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  private static Set<String> told() throws IOException {
    return found(ROW, read("watching.md"));
  }

  /** All of them, once something of each kind has happened. */
  private static Set<String> scraped() {
    try (var server = TestServer.withManagement()) {
      server.app().accessOf(server.user("ada"), "identify");
      var names = found(TYPE, server.management().get("/metrics").body());
      names.removeIf(name -> name.endsWith("_max"));
      return names;
    }
  }

  @Test
  void the_table_names_each_of_our_metrics_and_none_that_is_not_there() throws IOException {
    var scraped = scraped();

    assertThat(scraped).containsAll(told());
    scraped.removeIf(name -> !name.startsWith("astral_"));
    assertThat(told()).containsAll(scraped);
  }

  @Test
  void alerts_and_dashboard_ask_for_metrics_of_the_table() throws IOException {
    for (String file : new String[] {"alerts.yml", "dashboard.json"}) {
      var asked = found(NAME, read(file));
      var names = asked.stream().map(WatchingPageTest::withoutPart).collect(inOrder());

      assertThat(names).as(file).hasSizeGreaterThan(5);
      assertThat(told()).as(file).containsAll(names);
    }
  }

  /** A histogram is several series. */
  private static String withoutPart(String name) {
    return name.replaceFirst("_(bucket|sum|count)$", "");
  }

  @Test
  void the_dashboard_is_json_in_which_every_panel_asks_for_something() throws IOException {
    var dashboard = Json.parse(read("dashboard.json"));

    assertThat(dashboard.path("panels").size()).isGreaterThan(10);
    for (var panel : dashboard.path("panels")) {
      assertThat(panel.path("targets").path(0).path("expr").asString(""))
          .as("%s", panel)
          .isNotEmpty();
    }
  }
}
