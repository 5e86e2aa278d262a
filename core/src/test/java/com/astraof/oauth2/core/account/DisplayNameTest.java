package com.astraof.oauth2.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Ada,Ada",
        " Ada  Lovelace ,Ada Lovelace",
        "Ada\u3000\u00a0\u2003Lovelace,Ada Lovelace",
        "A\u200bd\u202ea\ufeff,Ada",
        "A\u0000d\u0007a\u007f,Ada",
        "\u3164Ada\u115f,Ada",
        "Zoë 😀,Zoë 😀",
      })
  void control_and_invisible_characters_go_and_spaces_collapse(String text, String shown) {
    assertThat(DisplayName.clean(text)).isEqualTo(shown);
  }

  @Test
  @Attack("U-14")
  void what_was_cleaned_is_clean() {
    Property.forAll(
        5_000,
        gen -> {
          String shown = DisplayName.clean(gen.garbage() + gen.garbage());

          assertThat(DisplayName.clean(shown)).isEqualTo(shown);
          assertThat(shown.codePoints())
              .allSatisfy(code -> assertThat(isVisibleOrSpace(code)).isTrue());
        });
  }

  @Test
  @Attack("U-14")
  void half_characters_cannot_join_to_an_invisible_one() {
    String hidden = "Ada\udb40\u200b\udc01";

    assertThat(DisplayName.clean(hidden)).isEqualTo("Ada");
  }

  private static boolean isVisibleOrSpace(int code) {
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> code == ' ';
      default -> true;
    };
  }

  @ParameterizedTest
  @Attack("U-14")
  @Attack("U-15")
  @ValueSource(
      strings = {
        "",
        " ",
        "\u200b",
        "\u3164",
        "\u2800",
        "\u034f",
        "\u17b4\u17b5",
        "\ud83d",
        "everyone",
        " Every\u200bone ",
        "HERE",
        "System Message",
        "a system  message!",
        "sys\u202etem message"
      })
  void nothing_visible_or_a_reserved_word_is_refused(String text) {
    assertThat(DisplayName.problemWith(text)).isPresent();
  }

  @Test
  void a_display_name_has_at_most_32_characters_however_they_are_stored() {
    assertThat(DisplayName.problemWith("😀".repeat(32))).isEmpty();
    assertThat(DisplayName.problemWith("😀".repeat(33))).isPresent();
    assertThat(DisplayName.problemWith("a" + "\u200b".repeat(100))).isEmpty();
  }
}
