package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Map<String, String> ENGLISH = read("words.properties");
  private static final Map<String, String> RUSSIAN = read("words_ru.properties");
  private static final Pattern FORM = Pattern.compile("\\.(one|few|many|other)$");
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");
  private static final Pattern USE =
      Pattern.compile("(?:say|weave)\\(\\s*\"([a-z_.0-9]+)\"\\s*[,)]");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+(?:\\.[a-z_0-9]+)*)\"");

  /** Chosen by what went wrong, by whoever shows the page. */
  private static final Pattern CHOSEN_AT_RUN_TIME =
      Pattern.compile(
          "language\\.[a-z]+|sign_in\\.(wrong|stale|busy|code_wrong|passkey_wrong)|new_passkey\\.(name|stale|unreadable|too_many)|activate\\.(incomplete|unknown|stale)|picture\\.[a-z_]+|problem\\.[a-z_]+\\.(title|message|detail)|permission\\.[a-z_]+(\\.can)?|refusal\\.[a-z_]+|insights\\.door\\.[a-z]+");

  @Test
  void every_key_that_is_used_has_words() throws IOException {
    assertThat(ENGLISH.keySet()).containsAll(found(USE));
  }

  @Test
  void no_words_are_left_over() throws IOException {
    Set<String> used = found(LITERAL);
    Set<String> unused = new TreeSet<>(ENGLISH.keySet());
    unused.removeIf(key -> used.contains(key) || used.contains(formless(key)));
    unused.removeIf(key -> CHOSEN_AT_RUN_TIME.matcher(key).matches());

    assertThat(unused).isEmpty();
  }

  @Test
  void every_problem_has_a_title_and_a_message() {
    for (String key : ENGLISH.keySet()) {
      if (CHOSEN_AT_RUN_TIME.matcher(key).matches() && key.startsWith("problem.")) {
        String problem = key.substring(0, key.lastIndexOf('.'));
        assertThat(ENGLISH.keySet()).contains(problem + ".title", problem + ".message");
      }
    }
  }

  @Test
  void an_apostrophe_is_not_one_that_the_format_would_swallow() {
    assertThat(ENGLISH).allSatisfy((key, words) -> assertThat(words).as(key).doesNotContain("'"));
    assertThat(RUSSIAN).allSatisfy((key, words) -> assertThat(words).as(key).doesNotContain("'"));
  }

  @Test
  void russian_has_words_for_all_that_english_has_and_for_nothing_else() {
    assertThat(keysWithoutForms(RUSSIAN)).isEqualTo(keysWithoutForms(ENGLISH));
  }

  @Test
  void every_number_has_its_form_in_each_language() {
    for (String key : ENGLISH.keySet()) {
      if (key.endsWith(".other") && ENGLISH.containsKey(formless(key) + ".one")) {
        assertThat(RUSSIAN.keySet())
            .contains(formless(key) + ".one", formless(key) + ".few", formless(key) + ".many");
      }
    }
  }

  @Test
  void russian_sentences_have_the_same_places_to_fill() {
    assertThat(RUSSIAN)
        .allSatisfy(
            (key, words) -> {
              String english =
                  ENGLISH.getOrDefault(key, ENGLISH.getOrDefault(formless(key) + ".other", ""));
              if (!key.equals(formless(key) + ".one")) {
                assertThat(arguments(words)).as(key).isEqualTo(arguments(english));
              }
            });
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
    assertThat(Words.in(Locale.JAPANESE).say("sign_in.title")).isEqualTo("Sign in");
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

  private static Set<String> keysWithoutForms(Map<String, String> words) {
    return words.keySet().stream()
        .map(key -> words.containsKey(formless(key) + ".other") ? formless(key) : key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String formless(String key) {
    return FORM.matcher(key).replaceAll("");
  }

  private static Set<String> arguments(String words) {
    return ARGUMENT
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> read(String file) {
    var properties = new Properties();
    try (var in = WordsTest.class.getResourceAsStream(file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
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
