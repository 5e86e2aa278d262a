package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  @Test
  @Rfc(value = 6749, section = "B")
  void any_text_comes_back_from_its_form_encoding() {
    Property.forAll(
        2_000,
        gen -> {
          String text = gen.hostile();

          assertThat(Parameters.decode(encoded(text))).isEqualTo(text);
        });
  }

  @Test
  @Rfc(value = 6749, section = "B")
  void names_and_values_are_told_apart_whatever_they_hold() {
    Property.forAll(
        1_000,
        gen -> {
          String name = gen.hostile();
          String value = gen.hostile();

          var parameters = Parameters.parse("a=1&" + encoded(name) + "=" + encoded(value) + "&z=2");

          assertThat(parameters.optional(name).orElse("")).isEqualTo(value);
          assertThat(parameters.optional("a")).hasValue("1");
          assertThat(parameters.optional("z")).hasValue("2");
        });
  }

  @Test
  @Attack("S-03")
  void garbage_is_read_or_called_malformed_and_nothing_else() {
    Property.forAll(
        5_000,
        gen -> {
          String text = gen.coin() ? gen.garbage() : gen.mutated(form(gen));
          try {
            var parameters = Parameters.parse(text);
            parameters.optional("state");
            parameters.withoutRepetition().required("scope");
          } catch (MalformedRequest e) {
            assertThat(e.description()).isNotEmpty().matches("[ -~]+");
          }
        });
  }

  private static String form(Gen gen) {
    return "scope=" + encoded(gen.hostile()) + "&state=" + encoded(gen.hostile()) + "&a&b=&=c&&";
  }

  @ParameterizedTest
  @Attack("S-03")
  @ValueSource(
      strings = {
        "%",
        "%2",
        "%zz",
        "%-1",
        "%+1",
        "% 1",
        "a%",
        "%%41",
        "%\uff11\uff11",
        "é",
        "\ud83d",
        "%00%",
        "%ff",
        "%c0%af",
        "%c3",
        "%ed%a0%80",
        "%f4%90%80%80",
        "%e2%82",
        "%80"
      })
  void bad_percent_encoding_and_bad_utf_8_are_malformed(String text) {
    assertThatThrownBy(() -> Parameters.parse("a=" + text)).isInstanceOf(MalformedRequest.class);
    assertThatThrownBy(() -> Parameters.parse(text + "=a")).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void plus_and_percent_20_are_spaces_and_both_cases_of_hex_are_read() {
    assertThat(Parameters.decode("a+b%20c%2B%2b%C3%a9")).isEqualTo("a b c++é");
  }

  @ParameterizedTest
  @Attack("R-09")
  @Rfc(value = 6749, section = "3.1")
  @Rfc(value = 6749, section = "3.2")
  @ValueSource(
      strings = {"a=1&a=2", "a=1&a=1", "a=&a=1", "a&a", "a=1&b=2&%61=3", "x=1&x=2", "a=1&a"})
  void a_parameter_that_comes_twice_is_malformed_whatever_its_values(String form) {
    assertThatThrownBy(() -> Parameters.parse(form).withoutRepetition())
        .isInstanceOf(MalformedRequest.class);
  }

  @Test
  @Attack("R-09")
  void no_copy_of_a_repeated_parameter_can_be_read() {
    var parameters = Parameters.parse("a=1&a=2&b=3");

    assertThatThrownBy(() -> parameters.optional("a")).isInstanceOf(MalformedRequest.class);
    assertThatThrownBy(() -> parameters.required("a")).isInstanceOf(MalformedRequest.class);
    assertThat(parameters.required("b")).isEqualTo("3");
  }

  @Test
  @Rfc(value = 6749, section = "3.1")
  @Rfc(value = 6749, section = "3.2")
  void a_parameter_without_a_value_counts_as_absent() {
    var parameters = Parameters.parse("a=&b&=c&&d=1");

    assertThat(parameters.optional("a")).isEmpty();
    assertThat(parameters.optional("b")).isEmpty();
    assertThat(parameters.optional("c")).isEmpty();
    assertThat(parameters.optional("d")).hasValue("1");
    assertThatThrownBy(() -> parameters.required("a")).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void spaces_around_a_value_belong_to_it() {
    assertThat(Parameters.parse("state=%20a+").required("state")).isEqualTo(" a ");
    assertThat(Parameters.parse("a=b=c==").required("a")).isEqualTo("b=c==");
  }

  @Test
  @Attack("S-02")
  void a_hundred_parameters_are_read_and_one_more_is_malformed() {
    String hundred =
        IntStream.range(0, 100).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));

    assertThat(Parameters.parse(hundred).required("p99")).isEqualTo("1");
    assertThatThrownBy(() -> Parameters.parse(hundred + "&q=1"))
        .isInstanceOf(MalformedRequest.class);
  }

  @Test
  @Attack("R-16")
  void a_refusal_never_repeats_a_hostile_name() {
    Property.forAll(
        500,
        gen -> {
          String name = encoded(gen.hostile());

          assertThatThrownBy(
                  () -> Parameters.parse("x=1&" + name + "=1&" + name + "=2").withoutRepetition())
              .isInstanceOf(MalformedRequest.class)
              .message()
              .matches("[A-Za-z0-9_ '.?\\-]+")
              .hasSizeLessThan(100);
        });
  }

  @Test
  void what_did_not_come_as_a_form_is_read_alike() {
    var parameters = Parameters.of(Map.of("a", "1", "b", ""));

    assertThat(parameters.optional("a")).hasValue("1");
    assertThat(parameters.optional("b")).isEmpty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
