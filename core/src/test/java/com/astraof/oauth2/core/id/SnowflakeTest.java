package com.astraof.oauth2.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeTest {
  @Test
  void every_id_comes_back_from_its_text() {
    Property.forAll(
        500,
        gen -> {
          long id = gen.natural();

          assertThat(Snowflake.parse(Long.toString(id))).hasValue(id);
          assertThat(ApplicationId.parse(Long.toString(id))).hasValue(new ApplicationId(id));
          assertThat(UserId.parse(Long.toString(id))).hasValue(new UserId(id));
          assertThat(GuildId.parse(Long.toString(id))).hasValue(new GuildId(id));
        });
  }

  @ParameterizedTest
  @Attack("A-10")
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1\n",
        "01",
        "00",
        "-0",
        "1.0",
        "1e3",
        "0x1",
        "1_000",
        "1,000",
        "\u0661",
        "\uff11",
        "1' or '1'='1",
        "9223372036854775808",
        "18446744073709551616",
        "99999999999999999999999999",
        "null",
        "1\0"
      })
  void a_sign_a_space_a_leading_zero_or_too_many_digits_are_refused(String text) {
    assertThat(Snowflake.parse(text)).isEmpty();
  }

  @Test
  @Attack("A-10")
  void an_id_has_exactly_one_spelling() {
    Property.forAll(
        2_000,
        gen -> {
          String text = gen.coin() ? gen.garbage() : gen.mutated(Long.toString(gen.natural()));

          Snowflake.parse(text).ifPresent(id -> assertThat(Long.toString(id)).isEqualTo(text));
        });
  }

  @Test
  void the_largest_id_is_that_of_63_bits() {
    assertThat(Snowflake.parse("9223372036854775807")).hasValue(Long.MAX_VALUE);
  }

  @Test
  void an_id_tells_when_it_was_made() {
    var at = Instant.parse("2026-03-01T12:00:00.123Z");

    assertThat(Snowflake.createdAt(Snowflake.of(at.toEpochMilli(), 1023, 4095))).isEqualTo(at);
    assertThat(Snowflake.createdAt(0)).isEqualTo("2015-01-01T00:00:00Z");
  }
}
