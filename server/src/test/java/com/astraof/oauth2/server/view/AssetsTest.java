package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private final String css = stylesheets();

  @Test
  void a_path_names_its_content() {
    assertThat(Assets.stylesheet()).matches("/assets/astral-[0-9a-f]{16}\\.css");
    assertThat(Assets.settingsStylesheet()).matches("/assets/settings-[0-9a-f]{16}\\.css");
    assertThat(Assets.script()).matches("/assets/astral-[0-9a-f]{16}\\.js");
    assertThat(Assets.favicon()).matches("/assets/favicon-[0-9a-f]{16}\\.svg");
    assertThat(Assets.all())
        .extracting(Assets.Asset::path)
        .containsExactly(
            Assets.stylesheet(),
            Assets.settingsStylesheet(),
            Assets.applicationsStylesheet(),
            Assets.script(),
            Assets.applicationsScript(),
            Assets.passkeysScript(),
            Assets.favicon());
  }

  @Test
  void the_stylesheets_fetch_nothing() {
    assertThat(css).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void every_named_value_is_defined_and_used() {
    assertThat(names("var\\((--[a-z0-9-]+)\\)")).isEqualTo(names("(--[a-z0-9-]+):"));
  }

  @Test
  void colours_are_named_once_and_only_used_by_name_elsewhere() {
    String afterTheNames = css.substring(css.indexOf("box-sizing"));

    assertThat(afterTheNames).doesNotContainPattern("#[0-9a-f]{3,8}\\b|rgb\\(|hsl\\(");
  }

  @Test
  void the_colour_around_the_page_is_that_of_the_sky() {
    assertThat(css).contains("--sky: light-dark(#f2f3f8, #0a0c13);");
  }

  private static String stylesheets() {
    return Assets.all().stream()
        .filter(asset -> asset.path().endsWith(".css"))
        .map(Assets.Asset::body)
        .collect(Collectors.joining());
  }

  private Set<String> names(String pattern) {
    return Pattern.compile(pattern)
        .matcher(css)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
