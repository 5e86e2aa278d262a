package com.astraof.oauth2.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UserCodeTest {
  @Test
  @Rfc(value = 8628, section = "6.1")
  void a_code_is_read_in_any_case_and_with_any_punctuation() {
    Property.forAll(
        1_000,
        gen -> {
          var code = UserCode.draw(new SeededEntropy(gen.number()));

          assertThat(UserCode.read(code.toString())).contains(code);
          assertThat(UserCode.read(typed(code, gen))).contains(code);
        });
  }

  private static String typed(UserCode code, Gen gen) {
    var typed = new StringBuilder();
    for (char letter : code.letters().toCharArray()) {
      typed.append(gen.coin() ? letter : Character.toLowerCase(letter));
      typed.append(gen.choice("", "", "-", " ", "–", "\u00a0", ". ", "\t", "\u202e"));
    }
    return gen.choice("", " ") + typed;
  }

  @Test
  @Rfc(value = 8628, section = "6.1")
  void a_code_has_no_vowels_and_is_shown_in_two_halves() {
    Property.forAll(
        300,
        gen ->
            assertThat(UserCode.draw(new SeededEntropy(gen.number())).toString())
                .matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"));
  }

  @Test
  void whatever_is_typed_is_a_code_or_none_and_never_throws() {
    Property.forAll(
        3_000,
        gen -> {
          String typed = gen.coin() ? gen.garbage() : gen.ascii(12);

          UserCode.read(typed)
              .ifPresent(
                  code ->
                      assertThat(typed.toUpperCase(Locale.ROOT).chars().filter(Character::isLetter))
                          .hasSize(code.letters().length()));
        });
  }

  @Test
  void a_letter_more_less_or_of_another_kind_is_no_code() {
    for (String wrong : new String[] {"BCDFGHJ", "BCDFGHJKL", "BCDFGHJA", "BCDFGHJ1", "", "----"}) {
      assertThat(UserCode.read(wrong)).as(wrong).isEmpty();
    }
    assertThat(UserCode.read("BCDFGHJK" + " ".repeat(60))).isEmpty();
    assertThatThrownBy(() -> new UserCode("bcdfghjk")).isInstanceOf(IllegalArgumentException.class);
  }
}
