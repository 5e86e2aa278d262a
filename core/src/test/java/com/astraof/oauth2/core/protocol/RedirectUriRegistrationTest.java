package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be registered: contract 1.6. */
class RedirectUriRegistrationTest {
  @ParameterizedTest
  @Rfc(value = 6749, section = "3.1.2")
  @ValueSource(
      strings = {
        "https://app.example/callback",
        "https://app.example",
        "https://app.example:8443/cb?tenant=1&x=%2F",
        "https://xn--bcher-kva.example/cb",
        "https://203.0.113.7/cb",
        "https://[2001:db8::1]:443/cb",
        "https://localhost/cb",
        "http://localhost:3000/cb",
        "http://LOCALHOST/cb",
        "http://app.localhost:3000/cb",
        "http://127.0.0.1/cb",
        "http://127.0.0.1:51004/cb",
        "http://[::1]:51004/cb",
        "https://app.example/a.b/..c/cb..",
      })
  void https_anywhere_and_http_on_this_machine_may_be_registered(String uri) {
    assertThat(RedirectUri.problemWith(uri)).isEmpty();
  }

  @ParameterizedTest
  @Attack("R-05")
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "javascript://app.example/%0aalert(1)",
        "JavaScript://app.example/",
        "data:text/html,hello",
        "data://app.example/",
        "file:///etc/passwd",
        "file://app.example/cb",
        "blob:https://app.example/uuid",
        "ftp://app.example/cb",
        "ws://app.example/cb",
        "wss://app.example/cb",
        "vbscript://app.example/",
        "view-source:https://app.example/",
        "about:blank",
        "mailto:a@app.example",
        "com.example.app:/cb",
        "myapp://callback",
        "urn:ietf:wg:oauth:2.0:oob",
        "http:",
        "https:",
        "https:/cb",
        "https:app.example/cb",
        "https:///cb",
        "https://",
        "https://:443/cb",
        "https://?x",
        "//app.example/cb",
        "/cb",
        "app.example/cb",
        "",
      })
  void every_other_scheme_and_every_address_without_a_host_is_refused(String uri) {
    assertThat(RedirectUri.problemWith(uri)).isPresent();
  }

  @ParameterizedTest
  @Attack("R-03")
  @ValueSource(
      strings = {
        "https://good.example@evil.example/cb",
        "https://user:password@app.example/cb",
        "https://@app.example/cb",
        "https://:@app.example/cb",
        "https://good.example%2f@evil.example/cb",
        "https://good.example%40evil.example/cb",
        "https://good.example%2fevil.example/cb",
        "https://good.example\\@evil.example/cb",
        "https://good.example\\evil.example/cb",
        "https:\\\\app.example\\cb",
        "https://app.example/cb\\..\\evil",
        "https://app.example/c\tb",
        "https://app.exa\nmple/cb",
        "https://app.example/cb\r\nSet-Cookie: a=b",
        "https://app.example/cb\0",
        " https://app.example/cb",
        "https://app.example/cb ",
        "https://app.example /cb",
        "https://app.example/<script>",
        "https://app.example/\"onload=",
        "https://app.example/{id}",
        "https://app.example:99999/cb",
        "https://app.example:99999999999999/cb",
        "https://app.example:-1/cb",
        "https://app.example:0x50/cb",
        "https://app.example:80:90/cb",
        "https://[::1/cb",
        "https://app.example/cb%",
        "https://app.example/cb%2",
        "https://app.example/cb%zz",
      })
  void whatever_two_parsers_could_read_differently_is_refused(String uri) {
    assertThat(RedirectUri.problemWith(uri)).isPresent();
  }

  @ParameterizedTest
  @Attack("R-02")
  @ValueSource(
      strings = {
        "https://app.example/cb/../evil",
        "https://app.example/./cb",
        "https://app.example/cb/..",
        "https://app.example/cb/.",
        "https://app.example/%2e%2e/evil",
        "https://app.example/.%2E/evil",
      })
  void dot_segments_are_refused(String uri) {
    assertThat(RedirectUri.problemWith(uri)).isPresent();
  }

  @ParameterizedTest
  @Attack("R-04")
  @ValueSource(
      strings = {
        "https://b\u00fccher.example/cb",
        "https://\u0430pp.example/cb",
        "https://app\u3002example/cb",
        "https://app.example\uff0fcb",
        "https://app.example/\u202ebc",
        "https://app.example/c\u200bb",
        "https://app.example/\ud83d\ude00",
        "http://\u24db\u24de\u24d2alhost/cb",
      })
  void only_the_punycode_form_of_a_host_can_be_registered(String uri) {
    assertThat(RedirectUri.problemWith(uri)).isPresent();
  }

  @ParameterizedTest
  @Rfc(value = 6749, section = "3.1.2.1")
  @Attack("R-06")
  @ValueSource(
      strings = {
        "http://app.example/cb",
        "http://localhost.evil.example/cb",
        "http://localhost.evil/cb",
        "http://127.0.0.1.evil/cb",
        "http://127.0.0.1.nip.io/cb",
        "http://evillocalhost/cb",
        "http://localhost./cb",
        "http://127.1/cb",
        "http://127.0.0.2/cb",
        "http://0.0.0.0/cb",
        "http://2130706433/cb",
        "http://0x7f000001/cb",
        "http://0177.0.0.1/cb",
        "http://[::]/cb",
        "http://[::ffff:127.0.0.1]/cb",
        "http://[0:0:0:0:0:0:0:1]/cb",
        "http://[::1%25eth0]/cb",
        "http://192.168.0.1/cb",
        "http://good.example@localhost/cb",
        "http://localhost@evil.example/cb",
        "http://localhost%2eevil.example/cb",
        "http://.localhost/cb",
      })
  void http_on_any_host_but_this_machine_is_refused(String uri) {
    assertThat(RedirectUri.problemWith(uri)).isPresent();
  }

  @ParameterizedTest
  @Attack("R-08")
  @Rfc(value = 6749, section = "3.1.2")
  @ValueSource(
      strings = {"https://app.example/cb#", "https://app.example/cb#x", "https://app.example#/cb"})
  void a_fragment_is_refused(String uri) {
    assertThat(RedirectUri.problemWith(uri)).isPresent();
  }

  @Test
  void an_address_has_at_most_256_characters() {
    String longest = "https://app.example/" + "p".repeat(256 - 20);

    assertThat(RedirectUri.problemWith(longest)).isEmpty();
    assertThat(RedirectUri.problemWith(longest + "p")).isPresent();
  }

  @Test
  void no_text_makes_it_throw_and_what_passes_is_a_plain_address_of_an_allowed_scheme() {
    Property.forAll(
        5_000,
        gen -> {
          String base =
              gen.choice(
                  "https://app.example/cb?x=1",
                  "http://localhost:3000/cb",
                  "http://127.0.0.1:51004/cb",
                  "http://[::1]/cb");
          String text = gen.below(4) == 0 ? gen.garbage() : gen.mutated(base);

          if (RedirectUri.problemWith(text).isEmpty()) {
            var uri = new URI(text);
            assertThat(text).matches("[!-~]{1,256}").doesNotContain("#", "\\", "@evil");
            assertThat(uri.getScheme()).isIn("https", "http");
            assertThat(uri.getRawUserInfo()).isNull();
            assertThat(uri.getHost()).isNotEmpty();
            if (uri.getScheme().equals("http")) {
              assertThat(isThisMachine(uri.getHost())).as(text).isTrue();
            }
          }
        });
  }

  private static boolean isThisMachine(String host) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(host.toLowerCase(Locale.ROOT))
        || host.toLowerCase(Locale.ROOT).endsWith(".localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.example.app:/cb", "org.star-gazer.pocket:/", "a.b:/x?y=1"})
  @Rfc(value = 8252, section = "7.1")
  @Attack("R-05")
  void a_native_app_may_have_a_scheme_of_its_own(String uri) {
    assertThat(RedirectUri.problemWithNative(uri)).isEmpty();
    assertThat(RedirectUri.problemWith(uri)).as("for others").isPresent();
    assertThat(new RedirectUri(uri).host()).isEqualTo(uri.substring(0, uri.indexOf(':')));
    assertThat(new RedirectUri(uri).origin()).isEqualTo(uri.substring(0, uri.indexOf(':') + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:/alert(1)",
        "data:/text",
        "file:/etc/passwd",
        "myapp:/cb",
        "com.example.app://evil.example/cb",
        "com.example.app:cb",
        "com.example.app:/cb#fragment",
        "com.example.app:/../cb",
        "com.example.app:/cb?code=1",
        "com.example.app:/c b",
        "COM.example.app:/cb",
        "com..app:/cb",
        "com.example.app:",
      })
  @Rfc(value = 8252, section = "7.1")
  @Attack("R-05")
  void a_scheme_without_a_domain_and_tricks_are_refused_for_native_apps_too(String uri) {
    assertThat(RedirectUri.problemWithNative(uri)).isPresent();
  }
}
