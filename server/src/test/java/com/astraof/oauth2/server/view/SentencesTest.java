package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the rules of accounts and applications say on pages has been translated, and only that. */
class SentencesTest {
  private static final Path RULES =
      Path.of("..", "core", "src", "main", "java", "com", "astraof", "oauth2", "core");

  /** Where the sentences are made that a page may show at a field. */
  private static final List<String> WHERE =
      List.of(
          "account/AccountEdit",
          "account/Accounts",
          "account/DisplayName",
          "account/EmailRule",
          "account/PasswordRule",
          "account/SignUp",
          "account/Username",
          "application/ApplicationEdit",
          "application/ApplicationNames",
          "application/ApplicationRules",
          "application/ApplicationSecrets",
          "application/ClientKeyRules",
          "application/Transfers",
          "protocol/RedirectUri");

  private static final Pattern BROKEN = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "\"([A-Z](?:[^\"\\\\\n]|\\\\.)*(?:\" \\+ \\w+ \\+ \"(?:[^\"\\\\\n]|\\\\.)*)*\\.)\"");
  private static final Pattern CONSTANT = Pattern.compile("\" \\+ \\w+ \\+ \"");

  @Test
  void every_sentence_of_the_rules_is_translated() {
    assertThat(said())
        .isNotEmpty()
        .allSatisfy(
            sentence ->
                assertThat(Sentences.russian().keySet())
                    .as(sentence)
                    .anyMatch(english -> english.matches(sentence)));
  }

  @Test
  void no_translation_is_left_over() {
    Set<String> said = said();

    assertThat(Sentences.russian().keySet())
        .allSatisfy(english -> assertThat(said).as(english).anyMatch(english::matches));
  }

  @Test
  void a_sentence_that_is_not_translated_stays_as_it_is() {
    var russian = Words.in(Locale.of("ru"));

    assertThat(russian.translate("This date is too long ago."))
        .isEqualTo("Эта дата слишком давняя.");
    assertThat(russian.translate("Something else.")).isEqualTo("Something else.");
    assertThat(Words.in(Locale.ENGLISH).translate("This date is too long ago."))
        .isEqualTo("This date is too long ago.");
  }

  /** As patterns, for constants of the rules stand in them. */
  private static Set<String> said() {
    return WHERE.stream()
        .map(name -> BROKEN.matcher(read(name)).replaceAll(""))
        .flatMap(source -> SENTENCE.matcher(source).results())
        .map(match -> match.group(1))
        .map(SentencesTest::pattern)
        .collect(Collectors.toSet());
  }

  private static String pattern(String sentence) {
    return Stream.of(CONSTANT.split(sentence, -1))
        .map(part -> Pattern.quote(part.replaceAll("\\\\(.)", "$1")))
        .collect(Collectors.joining("[0-9]+"));
  }

  private static String read(String name) {
    try {
      return Files.readString(RULES.resolve(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
