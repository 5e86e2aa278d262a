package com.astraof.oauth2.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {
  @Test
  @Rfc(value = 4648, section = "5")
  void bytes_come_back_from_their_text() {
    Property.forAll(
        500,
        gen -> {
          byte[] bytes = gen.bytesUpTo(80);
          String text = Base64Url.encode(bytes);

          assertThat(text).matches("[A-Za-z0-9_-]*");
          assertThat(Base64Url.decode(text)).hasValue(bytes);
        });
  }

  @Test
  @Rfc(value = 4648, section = "3.5")
  void bytes_have_exactly_one_spelling() {
    Property.forAll(
        2_000,
        gen -> {
          byte[] bytes = gen.bytesUpTo(40);
          String other = gen.mutated(Base64Url.encode(bytes));

          Base64Url.decode(other)
              .ifPresent(
                  decoded -> {
                    assertThat(decoded).isNotEqualTo(bytes);
                    assertThat(Base64Url.encode(decoded)).isEqualTo(other);
                  });
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"AA==", "AA=", "AB", "A", "AAB", "+A", "/w", " AA", "AA\n", "AA.", "ÀA"})
  void padding_unused_bits_and_foreign_characters_are_refused(String text) {
    assertThat(Base64Url.decode(text)).isEmpty();
  }

  @Test
  void no_text_makes_it_throw() {
    Property.forAll(2_000, gen -> assertThat(Base64Url.decode(gen.garbage())).isNotNull());
  }
}
