package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The address with the response in it. */
class RedirectUriResponseTest {
  @Test
  @Attack("R-16")
  @Rfc(value = 6749, section = "4.1.2")
  void every_value_comes_back_unchanged_from_the_query() {
    Property.forAll(
        2_000,
        gen -> {
          var uri =
              gen.choice("https://app.example/cb", "http://[::1]:5/cb", "https://app.example");
          String first = gen.hostile();
          String second = gen.hostile();

          String address = new RedirectUri(uri).with(twoOf(first, second));
          var query = Parameters.parse(address.substring(address.indexOf('?') + 1));

          assertThat(query.withoutRepetition().optional("state").orElse("")).isEqualTo(first);
          assertThat(query.optional("iss").orElse("")).isEqualTo(second);
        });
  }

  @Test
  @Rfc(value = 6749, section = "10.14")
  @Attack("R-16")
  @Attack("R-03")
  void no_value_breaks_out_of_the_query() {
    Property.forAll(
        2_000,
        gen -> {
          var uri = "https://app.example:8443/cb";

          String address = new RedirectUri(uri).with(twoOf(gen.garbage(), gen.garbage()));

          assertThat(address).startsWith(uri + "?state=").matches("[!-~]+");
          assertThat(address).doesNotContain("#", "\"", "'", "<", "\\").containsOnlyOnce("&iss=");
          assertThat(new URI(address).getRawAuthority()).isEqualTo("app.example:8443");
        });
  }

  @Test
  @Rfc(value = 6749, section = "3.1.2")
  void the_query_that_was_registered_is_kept() {
    assertThat(new RedirectUri("https://app.example/cb?tenant=1").with(Map.of("state", "a b")))
        .isEqualTo("https://app.example/cb?tenant=1&state=a%20b");
    assertThat(new RedirectUri("https://app.example").with(Map.of("state", "a+b")))
        .isEqualTo("https://app.example?state=a%2Bb");
  }

  @Test
  void origin_and_host_are_those_of_the_address() {
    var uri = new RedirectUri("https://app.example:8443/cb?x=https://evil.example");

    assertThat(uri.origin()).isEqualTo("https://app.example:8443");
    assertThat(uri.host()).isEqualTo("app.example:8443");
  }

  private static Map<String, String> twoOf(String state, String iss) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("state", state);
    parameters.put("iss", iss);
    return parameters;
  }
}
