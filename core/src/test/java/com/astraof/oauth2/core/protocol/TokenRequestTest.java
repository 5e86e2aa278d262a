package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTest {
  private static final String VERIFIER = "v".repeat(43);

  @Test
  @Rfc(value = 6749, section = "4.1.3")
  @Rfc(value = 7636, section = "4.5")
  void a_code_comes_with_the_redirect_uri_and_verifier_that_it_needs() {
    var request =
        parsed(
            "grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fa%2Fcb&code_verifier="
                + VERIFIER);

    assertThat(request).isEqualTo(new TokenRequest.Code(new Secret("c"), "https://a/cb", VERIFIER));
    assertThat(parsed("grant_type=authorization_code&code=c&redirect_uri=&code_verifier="))
        .isEqualTo(new TokenRequest.Code(new Secret("c"), null, null));
  }

  @Test
  @Rfc(value = 6749, section = "6")
  void a_refresh_token_may_come_with_a_scope() {
    assertThat(parsed("grant_type=refresh_token&refresh_token=r"))
        .isEqualTo(new TokenRequest.Refresh(new Secret("r"), null));
    assertThat(parsed("grant_type=refresh_token&refresh_token=r&scope=identify+email"))
        .isEqualTo(new TokenRequest.Refresh(new Secret("r"), "identify email"));
  }

  @Test
  @Rfc(value = 8628, section = "3.4")
  void a_device_code_comes_under_a_grant_type_with_a_long_name() {
    String type = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code";

    assertThat(parsed(type + "&device_code=d")).isEqualTo(new TokenRequest.Device(new Secret("d")));
    assertThatThrownBy(() -> parsed(type)).isInstanceOf(MalformedRequest.class);
  }

  @ParameterizedTest
  @Rfc(value = 6749, section = "5.2")
  @Rfc(value = 9700, section = "2.4")
  @ValueSource(
      strings = {
        "password",
        "implicit",
        "AUTHORIZATION_CODE",
        "authorization_code ",
        "device_code"
      })
  @Spec(value = "FAPI", section = "5.3.2.1")
  void any_other_grant_type_is_not_supported(String type) {
    String encoded = URLEncoder.encode(type, StandardCharsets.UTF_8);

    assertThat(parsed("grant_type=" + encoded + "&code=c"))
        .isEqualTo(new TokenRequest.Unsupported());
  }

  @ParameterizedTest
  @Attack("R-09")
  @Rfc(value = 6749, section = "5.2")
  @ValueSource(
      strings = {
        "",
        "code=c",
        "grant_type=&code=c",
        "grant_type=authorization_code",
        "grant_type=authorization_code&code=",
        "grant_type=authorization_code&code=c&code=d",
        "grant_type=authorization_code&code=c&grant_type=refresh_token",
        "grant_type=authorization_code&code=c&unknown=1&unknown=2",
        "grant_type=refresh_token",
        "grant_type=refresh_token&refresh_token=r&scope=a&scope=b",
      })
  void what_is_missing_empty_or_repeated_is_malformed(String form) {
    assertThatThrownBy(() -> parsed(form)).isInstanceOf(MalformedRequest.class);
  }

  @Test
  @Attack("C-08")
  @Rfc(value = 7636, section = "4.1")
  void a_verifier_of_the_wrong_length_or_alphabet_is_malformed() {
    String code = "grant_type=authorization_code&code=c&code_verifier=";

    for (String verifier : new String[] {"v", "v".repeat(42), "v".repeat(129), VERIFIER + "%0a"}) {
      assertThatThrownBy(() -> parsed(code + verifier)).isInstanceOf(MalformedRequest.class);
    }
    Property.forAll(
        500,
        gen -> {
          String verifier = gen.mutated(VERIFIER);
          String form = code + URLEncoder.encode(verifier, StandardCharsets.UTF_8);

          if (!verifier.isEmpty() && !CodeChallenge.isVerifier(verifier)) {
            assertThatThrownBy(() -> parsed(form)).isInstanceOf(MalformedRequest.class);
          }
        });
  }

  @Test
  @Attack("S-05")
  void a_request_can_be_printed_without_its_code_or_token() {
    assertThat("" + parsed("grant_type=authorization_code&code=hunter2")).doesNotContain("hunter2");
    assertThat("" + parsed("grant_type=refresh_token&refresh_token=hunter2"))
        .doesNotContain("hunter2");
  }

  private static TokenRequest parsed(String form) {
    return TokenRequest.parse(Parameters.parse(form));
  }
}
