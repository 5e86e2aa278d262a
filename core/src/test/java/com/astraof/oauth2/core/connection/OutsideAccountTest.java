package com.astraof.oauth2.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.DisplayName;
import com.astraof.oauth2.core.testing.Property;
import org.junit.jupiter.api.Test;

/** What is taken of an account elsewhere, whatever its service says. */
final class OutsideAccountTest {
  @Test
  void a_name_can_be_shown_and_is_not_too_long() {
    Property.forAll(
        300,
        gen -> {
          var account = OutsideAccount.of("stars", "1", gen.garbage().repeat(9)).orElseThrow();

          String name = account.name();
          assertThat(name).isNotEmpty().isEqualTo(DisplayName.clean(name));
          assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(100);
        });
  }

  @Test
  void a_name_is_not_cut_through_a_character() {
    assertThat(OutsideAccount.of("stars", "1", "🌟".repeat(101)))
        .contains(new OutsideAccount("stars", "1", "🌟".repeat(100)));
  }

  @Test
  void an_id_is_taken_as_it_is_or_not_at_all() {
    assertThat(OutsideAccount.of("stars", "x".repeat(255), "Vega")).isPresent();
    assertThat(OutsideAccount.of("stars", "x".repeat(256), "Vega")).isEmpty();
    assertThat(OutsideAccount.of("stars", "", "Vega")).isEmpty();
    assertThat(OutsideAccount.of("stars", "a\u200Bb", "Vega")).isEmpty();
    assertThat(OutsideAccount.of("stars", "a\nb", "Vega")).isEmpty();
  }
}
