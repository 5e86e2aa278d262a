package com.astraof.oauth2.core.token;

import static com.astraof.oauth2.core.token.Workshop.ISSUER;
import static com.astraof.oauth2.core.token.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own keys signed, but not as an access token for this API, or not for now. */
class AccessTokenClaimsTest {
  private final Workshop workshop = new Workshop();

  @Test
  void the_workshop_signs_what_is_accepted() {
    assertThat(workshop.verify(workshop.signed(workshop.header(""), workshop.claims())))
        .isPresent();
  }

  @ParameterizedTest
  @Attack("T-03")
  @Rfc(value = 9068, section = "4")
  @Rfc(value = 8725, section = "3.11")
  @ValueSource(strings = {"JWT", "dpop+jwt", "jwt", "logout+jwt", "", "at+jwt2"})
  void another_type_is_refused(String type) {
    String header = workshop.header("").replace("at+jwt", type);

    assertThat(workshop.verify(workshop.signed(header, workshop.claims()))).isEmpty();
  }

  @Test
  @Attack("T-03")
  @Rfc(value = 9068, section = "4")
  void no_type_is_refused() {
    String header = workshop.header("").replace("\"typ\":\"at+jwt\",", "");

    assertThat(workshop.verify(workshop.signed(header, workshop.claims()))).isEmpty();
  }

  @Test
  @Attack("T-03")
  @Rfc(value = 9068, section = "4")
  @Rfc(value = 8725, section = "3.8")
  void another_issuer_is_refused() {
    Property.forAll(
        100,
        gen -> {
          String letters = "abcdefghijklmnopqrstuvwxyz./";
          String other = gen.coin() ? ISSUER + gen.of(letters, 3) : gen.of(letters, 20);
          String claims = workshop.claims().replace(quoted(ISSUER), quoted(other));

          assertThat(workshop.verify(workshop.signed(workshop.header(""), claims))).isEmpty();
        });
  }

  @ParameterizedTest
  @Attack("T-03")
  @Rfc(value = 8725, section = "3.9")
  @Rfc(value = 9068, section = "4")
  @Rfc(value = 9700, section = "2.3")
  @ValueSource(strings = {"\"https://astral.example\"", "\"x\"", "[]", "[\"x\"]", "null", "\"\""})
  void another_audience_is_refused(String audience) {
    String claims = workshop.claims().replace(quoted(ISSUER + "/api"), audience);

    assertThat(workshop.verify(workshop.signed(workshop.header(""), claims))).isEmpty();
  }

  @Test
  @Attack("T-03")
  void a_token_of_an_installation_at_another_address_is_refused() {
    Secret theirs =
        workshop.tokens("https://other.example").mint(workshop.grant, Workshop.SCOPES, null, NOW);

    assertThat(workshop.tokens.verify(theirs, NOW)).isEmpty();
  }

  @ParameterizedTest
  @Attack("T-04")
  @Rfc(value = 9068, section = "2.2")
  @ValueSource(
      strings = {
        "iss",
        "aud",
        "sub",
        "client_id",
        "scope",
        "grant_id",
        "consent_since",
        "exp",
        "iat"
      })
  void a_missing_null_or_ill_typed_claim_is_refused(String name) {
    String renamed = workshop.claims().replace(quoted(name), quoted("x"));
    String ofNull = withClaim(name, "null");
    String ofObject = withClaim(name, "{\"a\":1}");
    String ofWord = withClaim(name, quoted("null"));

    for (String claims : new String[] {renamed, ofNull, ofObject, ofWord}) {
      assertThat(workshop.verify(workshop.signed(workshop.header(""), claims)))
          .as(claims)
          .isEmpty();
    }
  }

  @Test
  @Attack("T-04")
  @Rfc(value = 7519, section = "4.1.6")
  void a_token_from_the_far_future_is_refused() {
    Secret token =
        workshop.tokens.mint(workshop.grant, Workshop.SCOPES, null, NOW.plus(Duration.ofDays(1)));

    assertThat(workshop.tokens.verify(token, NOW)).isEmpty();
  }

  @Test
  void a_token_of_a_node_whose_clock_is_a_minute_ahead_is_accepted() {
    Secret token =
        workshop.tokens.mint(
            workshop.grant, Workshop.SCOPES, null, NOW.plus(Duration.ofMinutes(1)));

    assertThat(workshop.tokens.verify(token, NOW)).isPresent();
  }

  @Test
  @Attack("T-04")
  @Rfc(value = 7519, section = "4.1.5")
  void a_token_that_is_not_valid_yet_is_refused() {
    long tomorrow = NOW.plus(Duration.ofDays(1)).getEpochSecond();
    String claims = workshop.claims().replaceFirst("\\{", "{\"nbf\":" + tomorrow + ",");

    assertThat(workshop.verify(workshop.signed(workshop.header(""), claims))).isEmpty();
  }

  @ParameterizedTest
  @Attack("T-02")
  @Rfc(value = 7515, section = "4.1.11")
  @ValueSource(strings = {"[\"exp\"]", "[\"b64\"]", "[\"x\"]", "[]", "[null]", "\"exp\"", "{}"})
  void a_critical_header_that_we_do_not_understand_is_refused(String crit) {
    String header = workshop.header(",\"x\":1,\"b64\":true,\"crit\":" + crit);

    assertThat(workshop.verify(workshop.signed(header, workshop.claims()))).isEmpty();
  }

  @Test
  @Attack("T-05")
  @Rfc(value = 7515, section = "4")
  @Rfc(value = 7519, section = "4")
  void duplicate_names_are_refused() {
    String twiceInClaims = workshop.claims().replaceFirst("\\{", "{\"sub\":\"1\",");
    String twiceInHeader = workshop.header(",\"alg\":\"ES256\"");

    assertThat(workshop.verify(workshop.signed(workshop.header(""), twiceInClaims))).isEmpty();
    assertThat(workshop.verify(workshop.signed(twiceInHeader, workshop.claims()))).isEmpty();
  }

  @Test
  @Attack("T-05")
  void json_nested_a_thousand_deep_is_refused_and_does_not_throw() {
    String deep = "[".repeat(1_000) + "]".repeat(1_000);
    String inClaims = workshop.claims().replaceFirst("\\{", "{\"sub\":" + deep + ",");
    String inHeader = workshop.header(",\"x5c\":" + deep);

    assertThat(workshop.verify(workshop.signed(workshop.header(""), inClaims))).isEmpty();
    assertThat(workshop.verify(workshop.signed(inHeader, workshop.claims()))).isEmpty();
  }

  /** The claims with one value replaced, whatever its type. */
  private String withClaim(String name, String value) {
    return workshop
        .claims()
        .replaceFirst(quoted(name) + ":(\"[^\"]*\"|\\d+)", quoted(name) + ":" + value);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
