package com.astraof.oauth2.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.SeededEntropy;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "0", "Ada_Lovelace", "everyone1", "there", "astra_l"})
  void letters_digits_and_underscores_make_a_username(String text) {
    assertThat(Username.problemWith(text)).isEmpty();
  }

  @ParameterizedTest
  @Attack("U-14")
  @Attack("U-15")
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a.b",
        "a-b",
        "ada\n",
        "\u0430da",
        "ad\u200ba",
        "\u202eada",
        "ada#0001",
        "everyone",
        "Everyone",
        "HERE",
        "here",
        "astral",
        "ASTRAL",
        "xX_aStRaL_Xx",
        "<b>",
        "\u0661"
      })
  void anything_else_and_reserved_words_are_refused(String text) {
    assertThat(Username.problemWith(text)).isPresent();
  }

  @Test
  void a_username_has_at_most_32_characters() {
    assertThat(Username.problemWith("a".repeat(32))).isEmpty();
    assertThat(Username.problemWith("a".repeat(33))).isPresent();
  }

  @Test
  @Attack("U-14")
  void whatever_passes_is_plain() {
    Property.forAll(
        2_000,
        gen -> {
          String text = gen.coin() ? gen.garbage() : gen.mutated("Ada_Lovelace");

          if (Username.problemWith(text).isEmpty()) {
            assertThat(text).matches("[A-Za-z0-9_]{1,32}");
            assertThat(text.toLowerCase(Locale.ROOT)).isNotIn("everyone", "here");
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "Weather Bot, Weather_Bot",
    "a.b-c d,     a_b_c_d",
    "Café!,       Caf",
    "x,           bot_x",
    "'',          bot_",
    "日本語,       bot_",
    "日本1,        bot_1",
  })
  void a_bot_is_named_after_its_application(String application, String username) {
    assertThat(Username.forBotOf(application)).hasValue(new Username(username));
  }

  @ParameterizedTest
  @Attack("U-15")
  @ValueSource(strings = {"Astral", "Official Astral Support", "here", "Everyone!", "As?tral"})
  void no_bot_gets_a_reserved_name_from_its_application(String application) {
    assertThat(Username.forBotOf(application)).isEmpty();
  }

  @Test
  void a_name_that_is_made_is_always_legal() {
    Property.forAll(
        2_000,
        gen -> {
          String text = gen.garbage();

          Username.forBotOf(text)
              .ifPresent(name -> assertThat(Username.problemWith(name.value())).isEmpty());
          Username.fromDisplayName(text)
              .ifPresent(name -> assertThat(Username.problemWith(name.value())).isEmpty());
        });
    assertThat(Username.forBotOf("x".repeat(100)).orElseThrow().value()).hasSize(32);
    assertThat(Username.fromDisplayName("日本語")).isEmpty();
  }

  @Test
  void a_random_name_is_legal() {
    var entropy = new SeededEntropy(1);
    for (int i = 0; i < 1_000; i++) {
      assertThat(Username.problemWith(Username.random(entropy).value())).isEmpty();
    }
  }
}
