package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.Language;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | ru",
        "ru-RU,ru;q=0.9,en;q=0.8 | ru-RU",
        "de,fr;q=0.9,ru;q=0.2,en;q=0.1 | ru",
        "ru;q=0.3,en-GB;q=0.8 | en-GB",
        "en-u-nu-arab,ru | en",
        "de | en",
        "* | en",
      })
  void the_language_that_is_liked_best_of_those_we_speak(String accepted, String tag) {
    assertThat(Languages.accepted(accepted).locale()).isEqualTo(Locale.forLanguageTag(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";;;", "ru;q=high", "\u0000", "_-_,,", "ru-"})
  void nonsense_is_answered_in_a_language_of_ours(String accepted) {
    assertThat(Languages.accepted(accepted).say("brand")).isEqualTo("Astral");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"ru | ru", "fr-CA ru en | ru", "en-GB | en-GB"})
  void an_app_wishes_in_the_order_of_its_liking(String uiLocales, String tag) {
    assertThat(Languages.wished(uiLocales).orElseThrow().locale())
        .isEqualTo(Locale.forLanguageTag(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fr", "fr de", "--", "rus"})
  void a_wish_that_we_cannot_fulfil_is_none(String uiLocales) {
    assertThat(Languages.wished(uiLocales)).isEmpty();
  }

  @Test
  void who_chose_a_language_keeps_the_dates_of_their_country() {
    assertThat(Languages.chosen(Language.ENGLISH, "ru,en-GB;q=0.5").locale()).isEqualTo(Locale.UK);
    assertThat(Languages.chosen(Language.RUSSIAN, "en-GB").locale()).isEqualTo(Locale.of("ru"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, ONE",
    "21, ONE",
    "101, ONE",
    "2, FEW",
    "34, FEW",
    "0, MANY",
    "5, MANY",
    "11, MANY",
    "12, MANY",
    "14, MANY",
    "111, MANY",
    "100, MANY"
  })
  void russian_counts_in_three_forms(long number, Plural form) {
    assertThat(Plural.of(Locale.of("ru"), number)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({"1, ONE", "0, OTHER", "2, OTHER", "21, OTHER"})
  void english_counts_in_two(long number, Plural form) {
    assertThat(Plural.of(Locale.UK, number)).isEqualTo(form);
  }
}
