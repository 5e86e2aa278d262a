package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requested address is the registered one. */
class RedirectUriMatchingTest {
  private static final List<String> REGISTERED =
      List.of(
          "https://app.example/cb",
          "https://app.example/cb?tenant=1",
          "https://app.example",
          "http://localhost:3000/cb",
          "http://127.0.0.1/cb",
          "http://127.0.0.1:51004/cb",
          "http://[::1]:51004/cb");

  @Test
  @Attack("R-01")
  @Attack("R-02")
  @Rfc(value = 9700, section = "4.1.3")
  @Rfc(value = 9700, section = "2.1")
  void only_the_exact_string_matches() {
    Property.forAll(
        5_000,
        gen -> {
          String registered = gen.choice(REGISTERED);

          assertThat(new RedirectUri(registered).matches(registered)).isTrue();
          assertThat(new RedirectUri(registered).matches(gen.mutated(registered))).isFalse();
        });
  }

  @ParameterizedTest
  @Attack("R-01")
  @Attack("R-02")
  @Attack("R-03")
  @Attack("R-04")
  @Rfc(value = 6749, section = "3.1.2.3")
  @ValueSource(
      strings = {
        "https://app.example/cb/",
        "https://app.example/cb/evil",
        "https://app.example/cb.evil",
        "https://app.example/cb?x=1",
        "https://app.example/cb?",
        "https://app.example/cb#",
        "https://app.example/cb/../cb",
        "https://app.example/./cb",
        "https://app.example//cb",
        "https://app.example/%63b",
        "https://app.example%2fcb",
        "https://app.example/CB",
        "https://APP.example/cb",
        "HTTPS://app.example/cb",
        "https://app.example:443/cb",
        "https://app.example:/cb",
        "https://app.example./cb",
        "https://app.example.evil/cb",
        "https://app.example@evil.example/cb",
        "https://user@app.example/cb",
        "https://evil.example/https://app.example/cb",
        "https://evil.example/?https://app.example/cb",
        "https://evil.example\\https://app.example/cb",
        "http://app.example/cb",
        " https://app.example/cb",
        "https://app.example/cb ",
        "https://app.example/c\tb",
        "https://app.example/cb\n",
        "https://\u0430pp.example/cb",
        "",
      })
  void nothing_that_resembles_the_registered_address_matches(String requested) {
    var registered = new RedirectUri("https://app.example/cb");

    assertThat(registered.matches(requested)).isFalse();
    assertThat(registered.matchesOnAnyLoopbackPort(requested)).isFalse();
  }

  @ParameterizedTest
  @Attack("R-07")
  @Rfc(value = 8252, section = "7.3")
  @CsvSource({
    "http://127.0.0.1/cb,          http://127.0.0.1:51004/cb",
    "http://127.0.0.1:51004/cb,    http://127.0.0.1/cb",
    "http://127.0.0.1:51004/cb,    http://127.0.0.1:51005/cb",
    "http://127.0.0.1:1/cb?a=b,    http://127.0.0.1:65535/cb?a=b",
    "http://[::1]/cb,              http://[::1]:51004/cb",
    "http://127.0.0.1:1,           http://127.0.0.1:2",
  })
  void a_native_app_may_use_any_port_of_its_literal_loopback_address(
      String registered, String requested) {
    assertThat(new RedirectUri(registered).matchesOnAnyLoopbackPort(requested)).isTrue();
    assertThat(new RedirectUri(registered).matches(requested)).isFalse();
  }

  @ParameterizedTest
  @Attack("R-07")
  @Attack("R-06")
  @Rfc(value = 8252, section = "7.3")
  @CsvSource({
    "http://localhost:1/cb,      http://localhost:2/cb",
    "http://localhost/cb,        http://127.0.0.1/cb",
    "http://127.0.0.1/cb,        http://localhost/cb",
    "http://127.0.0.1/cb,        http://[::1]/cb",
    "http://127.0.0.1/cb,        https://127.0.0.1/cb",
    "https://127.0.0.1/cb,       https://127.0.0.1:2/cb",
    "http://127.0.0.1/cb,        http://127.0.0.1:2/cb/",
    "http://127.0.0.1/cb,        http://127.0.0.1:2/CB",
    "http://127.0.0.1/cb,        http://127.0.0.1:2/cb?x",
    "http://127.0.0.1/cb,        http://127.0.0.1:2/cb#x",
    "http://127.0.0.1/cb,        http://127.0.0.1:2/x/../cb",
    "http://127.0.0.1/cb,        http://127.0.0.1:2@evil.example/cb",
    "http://127.0.0.1/cb,        http://127.0.0.1.evil:2/cb",
    "http://127.0.0.1/cb,        http://127.0.0.1:99999/cb",
    "http://127.0.0.1/cb,        http://127.0.0.1:/cb",
    "http://127.0.0.1/cb,        http://127.0.0.2:2/cb",
    "http://127.0.0.1/cb,        http://127.1:2/cb",
    "http://127.0.0.1/,          http://127.0.0.1:2",
    "https://app.example/cb,     https://app.example:8443/cb",
  })
  void the_port_is_all_that_may_differ_and_only_on_a_literal_loopback_address(
      String registered, String requested) {
    assertThat(new RedirectUri(registered).matchesOnAnyLoopbackPort(requested)).isFalse();
  }

  @Test
  @Attack("R-07")
  void what_matches_on_another_port_is_equal_without_it() {
    Property.forAll(
        10_000,
        gen -> {
          String registered = gen.choice(REGISTERED);
          String requested =
              gen.coin()
                  ? gen.mutated(registered)
                  : registered.replaceFirst("(?<=[1\\]])(:\\d+)?/", ":" + gen.below(70_000) + "/");

          if (new RedirectUri(registered).matchesOnAnyLoopbackPort(requested)) {
            assertThat(RedirectUri.problemWith(requested)).isEmpty();
            assertThat(withoutPort(requested)).isEqualTo(withoutPort(registered));
          }
        });
  }

  private static String withoutPort(String loopback) {
    return loopback.replaceFirst("^(http://(?:127\\.0\\.0\\.1|\\[::1])):\\d+", "$1");
  }

  @Test
  @Attack("R-07")
  void no_requested_text_makes_it_throw() {
    Property.forAll(
        2_000,
        gen ->
            assertThat(
                    new RedirectUri("http://127.0.0.1/cb").matchesOnAnyLoopbackPort(gen.garbage()))
                .isFalse());
  }
}
