package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("com.astraof.oauth2.server.view.words", Locale.ROOT);
  private static final Pattern USE =
      Pattern.compile("(?:say|weave)\\(\\s*\"([a-z_.0-9]+)\"\\s*[,)]");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+(?:\\.[a-z_0-9]+)*)\"");

  /** Chosen by what went wrong, by whoever shows the page. */
  private static final Pattern CHOSEN_AT_RUN_TIME =
      Pattern.compile(
          "sign_in\\.(wrong|stale|busy|code_wrong|passkey_wrong)|new_passkey\\.(name|stale|unreadable|too_many)|activate\\.(incomplete|unknown|stale)|picture\\.[a-z_]+|problem\\.[a-z_]+\\.(title|message|detail)|permission\\.[a-z_]+(\\.can)?");

  @Test
  void every_key_that_is_used_has_words() throws IOException {
    assertThat(BUNDLE.keySet()).containsAll(found(USE));
  }

  @Test
  void no_words_are_left_over() throws IOException {
    Set<String> unused = new TreeSet<>(BUNDLE.keySet());
    unused.removeAll(found(LITERAL));
    unused.removeIf(key -> CHOSEN_AT_RUN_TIME.matcher(key).matches());

    assertThat(unused).isEmpty();
  }

  @Test
  void every_problem_has_a_title_and_a_message() {
    for (String key : BUNDLE.keySet()) {
      if (CHOSEN_AT_RUN_TIME.matcher(key).matches() && key.startsWith("problem.")) {
        String problem = key.substring(0, key.lastIndexOf('.'));
        assertThat(BUNDLE.keySet()).contains(problem + ".title", problem + ".message");
      }
    }
  }

  @Test
  void an_apostrophe_is_not_one_that_the_format_would_swallow() {
    for (String key : BUNDLE.keySet()) {
      assertThat(BUNDLE.getString(key)).as(key).doesNotContain("'");
    }
  }

  @Test
  void arguments_stand_where_the_sentence_wants_them() {
    assertThat(Words.in(Locale.ENGLISH).say("page.title", "Sign in")).isEqualTo("Sign in · Astral");
  }

  @Test
  void an_unknown_key_is_a_mistake_of_ours() {
    var words = Words.in(Locale.ENGLISH);

    assertThatThrownBy(() -> words.say("no.such.words"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such.words");
    assertThatThrownBy(() -> words.weave("no.such.words"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_language_that_we_do_not_speak_is_answered_in_english() {
    assertThat(Words.in(Locale.JAPANESE).locale()).isEqualTo(Locale.ENGLISH);
    assertThat(Words.in(Locale.JAPANESE).say("brand")).isEqualTo("Astral");
  }

  @Test
  void english_keeps_its_country_for_the_sake_of_dates() {
    assertThat(Words.in(Locale.UK).locale()).isEqualTo(Locale.UK);
  }

  @Test
  void a_moment_is_written_as_its_reader_does_and_says_that_it_is_utc() {
    var moment = Instant.parse("2026-03-03T16:05:59Z");

    assertThat(Words.in(Locale.US).date(moment)).isEqualTo("March 3, 2026");
    assertThat(Words.in(Locale.US).dateTime(moment)).isEqualTo("March 3, 2026, 4:05\u202FPM UTC");
    assertThat(Words.in(Locale.UK).dateTime(moment)).isEqualTo("3 March 2026, 16:05 UTC");
    assertThat(Words.in(Locale.UK).time(moment)).isEqualTo("16:05 UTC");
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(jte|java)"))
          .flatMap(file -> pattern.matcher(read(file)).results())
          .map(match -> match.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
