package com.astraof.oauth2.core.authorization;

import static com.astraof.oauth2.core.authorization.Asking.CALLBACK;
import static com.astraof.oauth2.core.authorization.Asking.CHALLENGE;
import static com.astraof.oauth2.core.authorization.Asking.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.authorization.AuthorizationRequest.Prompt;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Proof;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Recipient;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Wants;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood, and what goes back to the app once there is an address to answer to. */
class AuthorizationRequestsTest {
  @Test
  @Rfc(value = 6749, section = "4.1.1")
  void a_confidential_app_may_ask_without_pkce() {
    assertThat(Asking.confidential().understood())
        .isEqualTo(
            new AuthorizationRequest(
                Asking.CONFIDENTIAL,
                new Recipient(new RedirectUri(CALLBACK), ResponseMode.QUERY),
                new Wants(Scopes.of(Scope.IDENTIFY), Scopes.NONE),
                new Proof("xyz", null, null),
                new Interaction(Prompt.WHEN_NEEDED, SignInWish.NONE, "", null),
                null,
                null));
  }

  @Test
  @Rfc(value = 7636, section = "4.3")
  void a_public_app_asks_with_a_challenge() {
    assertThat(Asking.open().understood().proof())
        .isEqualTo(new Proof("xyz", new CodeChallenge(CHALLENGE), null));
  }

  @Test
  @Rfc(value = 6749, section = "3.1")
  void unknown_parameters_are_ignored_and_empty_ones_count_as_absent() {
    var plain = Asking.confidential().understood();

    assertThat(Asking.confidential().with("nonce", "1").with("x", "y").understood())
        .isEqualTo(plain);
    assertThat(
            Asking.confidential()
                .with("prompt", "")
                .with("code_challenge", "")
                .with("code_challenge_method", "")
                .with("response_mode", "")
                .understood())
        .isEqualTo(plain);
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2.1")
  @Rfc(value = 9207, section = "2")
  @Attack("R-14")
  void every_refusal_carries_error_description_state_and_issuer() {
    var response = Asking.confidential().without("scope").sentBack();

    assertThat(response.redirectUri()).isEqualTo(new RedirectUri(CALLBACK));
    assertThat(response.parameters())
        .containsOnlyKeys("error", "error_description", "state", "iss")
        .containsEntry("error", "invalid_scope")
        .containsEntry("state", "xyz")
        .containsEntry("iss", ISSUER);
    assertThat(response.location()).startsWith(CALLBACK + "?error=invalid_scope&");
    assertThat(response.isRefusal()).isTrue();
  }

  @ParameterizedTest
  @Attack("R-15")
  @Rfc(value = 6749, section = "3.1.1")
  @Rfc(value = 9700, section = "2.1.2")
  @ValueSource(
      strings = {"token", "id_token", "code token", "code id_token", "none", "CODE", "code ", "x"})
  void any_response_type_but_code_is_unsupported(String type) {
    refused(Asking.confidential().with("response_type", type), "unsupported_response_type");
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2.1")
  @Rfc(value = 6749, section = "3.1.1")
  void a_missing_response_type_is_an_invalid_request() {
    refused(Asking.confidential().without("response_type"), "invalid_request");
    refused(Asking.confidential().with("response_type", ""), "invalid_request");
  }

  @ParameterizedTest
  @Rfc(value = 9101, section = "5")
  @Attack("R-15")
  @CsvSource({
    "response_mode, fragment",
    "response_mode, query.jwt",
    "request,       eyJhbGciOiJub25lIn0.e30.",
  })
  void response_modes_and_request_objects_are_refused(String name, String value) {
    refused(Asking.confidential().with(name, value), "invalid_request");
    assertThat(Asking.confidential().with("response_mode", "query").understood()).isNotNull();
  }

  @ParameterizedTest
  @Rfc(value = 6749, section = "3.3")
  @Attack("R-16")
  @ValueSource(
      strings = {
        "",
        " ",
        "identify nonsense",
        "Identify",
        "identify,email",
        "applications.commands"
      })
  void a_scope_that_is_missing_unknown_or_not_open_is_invalid(String scope) {
    refused(Asking.confidential().with("scope", scope), "invalid_scope");
  }

  @Test
  void scopes_that_may_be_left_out_are_asked_for_too() {
    var wants = Asking.confidential().with("optional_scope", "email guilds").understood().wants();

    assertThat(wants.scopes()).isEqualTo(Scopes.of(Scope.IDENTIFY, Scope.EMAIL, Scope.GUILDS));
    assertThat(wants.optional()).isEqualTo(Scopes.of(Scope.EMAIL, Scope.GUILDS));
    refused(Asking.confidential().with("optional_scope", "nonsense"), "invalid_scope");
    refused(Asking.confidential().with("optional_scope", "bot"), "invalid_scope");
  }

  @ParameterizedTest
  @Attack("C-08")
  @Rfc(value = 7636, section = "4.4.1")
  @Rfc(value = 9700, section = "2.1.1")
  @ValueSource(strings = {"plain", "", "s256", "S512", "none", "S256 "})
  void any_challenge_method_but_s256_is_refused(String method) {
    refused(Asking.open().with("code_challenge_method", method), "invalid_request");
    refused(
        Asking.confidential()
            .with("code_challenge", CHALLENGE)
            .with("code_challenge_method", method),
        "invalid_request");
  }

  @Test
  @Attack("C-08")
  @Rfc(value = 7636, section = "4.3")
  void a_missing_method_would_mean_plain_and_is_refused() {
    refused(Asking.open().without("code_challenge_method"), "invalid_request");
  }

  @ParameterizedTest
  @Attack("C-08")
  @Rfc(value = 7636, section = "4.2")
  @ValueSource(
      strings = {
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMA",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cN",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
        "x"
      })
  void a_challenge_of_the_wrong_length_or_alphabet_is_refused(String challenge) {
    refused(Asking.open().with("code_challenge", challenge), "invalid_request");
  }

  @Test
  @Attack("C-09")
  @Rfc(value = 9700, section = "2.1.1")
  @Rfc(value = 7636, section = "4.4.1")
  void a_public_app_without_pkce_is_refused() {
    var bare = Asking.open().without("code_challenge");

    refused(bare.without("code_challenge_method"), "invalid_request");
    refused(bare, "invalid_request");
    refused(bare.with("code_challenge", ""), "invalid_request");
  }

  @Test
  @Attack("C-09")
  void an_app_that_demands_pkce_cannot_be_made_to_go_without() {
    var bare = Asking.confidential().with("client_id", "50");

    refused(bare, "invalid_request");
    assertThat(
            bare.with("code_challenge", CHALLENGE)
                .with("code_challenge_method", "S256")
                .understood()
                .proof()
                .challenge())
        .isEqualTo(new CodeChallenge(CHALLENGE));
  }

  @Test
  void a_method_without_a_challenge_is_refused() {
    refused(Asking.confidential().with("code_challenge_method", "S256"), "invalid_request");
  }

  @Test
  void prompt_is_login_and_consent_or_none_or_left_out() {
    assertThat(Asking.confidential().understood().prompt()).isEqualTo(Prompt.WHEN_NEEDED);
    assertThat(Asking.confidential().with("prompt", "consent").understood().prompt())
        .isEqualTo(Prompt.CONSENT);
    assertThat(Asking.confidential().with("prompt", "none").understood().prompt())
        .isEqualTo(Prompt.NONE);
    for (String both : new String[] {"login consent", "consent login"}) {
      var request = Asking.confidential().with("prompt", both).understood();
      assertThat(request.prompt()).isEqualTo(Prompt.CONSENT);
      assertThat(request.interaction().signIn().anew()).isTrue();
    }
    for (String other :
        new String[] {"login none", "None", "consent none", "select_account", " "}) {
      refused(Asking.confidential().with("prompt", other), "invalid_request");
    }
  }

  @ParameterizedTest
  @Attack("R-09")
  @Rfc(value = 6749, section = "3.1")
  @ValueSource(strings = {"scope", "response_type", "prompt", "code_challenge", "nonce", "x"})
  void a_repeated_parameter_goes_back_with_the_state(String name) {
    String query = Asking.open().with(name, "1").query() + "&" + name + "=1";

    assertThat(Asking.sentBack(query).parameters())
        .containsEntry("error", "invalid_request")
        .containsEntry("state", "xyz");
  }

  @Test
  @Attack("R-09")
  @Rfc(value = 6749, section = "3.1")
  void a_repeated_state_goes_back_as_neither_of_the_two() {
    assertThat(Asking.sentBack(Asking.confidential().query() + "&state=abc").parameters())
        .containsEntry("error", "invalid_request")
        .doesNotContainKey("state");
  }

  @Test
  @Attack("R-16")
  @Rfc(value = 6749, section = "4.1.2")
  void a_state_of_up_to_256_characters_comes_back_unchanged_whatever_they_are() {
    Property.forAll(
        1_000,
        gen -> {
          String state = gen.unicode(256);
          String expected = state.isEmpty() ? null : state;

          var understood = Asking.open().with("state", state).understood();
          var refused = Asking.open().with("state", state).with("scope", "x").sentBack();

          assertThat(understood.proof().state()).isEqualTo(expected);
          assertThat(refused.parameters().get("state")).isEqualTo(expected);
          assertThat(queryOf(refused.location()).optional("state").orElse("")).isEqualTo(state);
        });
  }

  private static Parameters queryOf(String location) {
    return Parameters.parse(location.substring(location.indexOf('?') + 1)).withoutRepetition();
  }

  @Test
  @Attack("R-16")
  void a_state_of_257_characters_is_refused_and_not_sent_back() {
    assertThat(Asking.confidential().with("state", "s".repeat(256)).understood()).isNotNull();
    assertThat(Asking.confidential().with("state", "s".repeat(257)).sentBack().parameters())
        .containsEntry("error", "invalid_request")
        .doesNotContainKey("state");
  }

  @Test
  void a_request_is_read_again_from_its_own_parameters() {
    Property.forAll(
        300,
        gen -> {
          var base = gen.coin() ? Asking.open() : Asking.confidential();
          var asking = base.with("state", "s" + gen.unicode(200));
          if (gen.coin()) {
            asking = asking.with("optional_scope", "email connections");
          }
          if (gen.coin()) {
            asking = asking.with("scope", "identify bot").with("guild_id", "" + gen.natural());
          }
          if (gen.coin()) {
            asking = asking.with("prompt", gen.choice("login", "consent login", "none"));
          }
          if (gen.coin()) {
            asking = asking.with("max_age", "" + gen.below(1_000)).with("signed_in", "x");
          }
          if (gen.coin()) {
            asking = asking.with("acr_values", "urn:x urn:astral:mfa urn:astral:password");
          }
          var request = asking.understood();

          assertThat(Asking.REQUESTS.read(Parameters.of(request.parameters()), TestClock.START))
              .isEqualTo(new AuthorizationRequests.Reading.Understood(request));
        });
  }

  private static void refused(Asking asking, String error) {
    assertThat(asking.sentBack().parameters())
        .containsEntry("error", error)
        .containsEntry("state", "xyz")
        .containsEntry("iss", ISSUER);
  }
}
