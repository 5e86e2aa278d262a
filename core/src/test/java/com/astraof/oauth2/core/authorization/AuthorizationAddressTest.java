package com.astraof.oauth2.core.authorization;

import static com.astraof.oauth2.core.authorization.Asking.CALLBACK;
import static com.astraof.oauth2.core.authorization.Asking.ISSUER;
import static com.astraof.oauth2.core.authorization.Asking.LOOPBACK;
import static com.astraof.oauth2.core.authorization.Asking.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.authorization.AuthorizationRequests.Problem;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom to answer: settled before anything else is looked at, and never anyone unregistered. */
class AuthorizationAddressTest {
  private static final List<String> NAMES =
      List.of(
          "response_type",
          "client_id",
          "redirect_uri",
          "scope",
          "state",
          "code_challenge",
          "code_challenge_method",
          "prompt",
          "response_mode",
          "request",
          "request_uri",
          "permissions",
          "guild_id",
          "disable_guild_select",
          "optional_scope",
          "nonce");

  @ParameterizedTest
  @Attack("A-10")
  @Attack("R-11")
  @Rfc(value = 6749, section = "4.1.2.1")
  @ValueSource(strings = {"", "99", "010", "+10", " 10", "10 or 1=1", "x", "99999999999999999999"})
  void an_unknown_client_is_told_to_the_person(String clientId) {
    assertThat(Asking.confidential().with("client_id", clientId).read())
        .isEqualTo(new Reading.Unanswerable(Problem.UNKNOWN_CLIENT));
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2.1")
  void a_missing_client_is_told_to_the_person() {
    assertThat(Asking.confidential().without("client_id").read())
        .isEqualTo(new Reading.Unanswerable(Problem.UNKNOWN_CLIENT));
  }

  @Test
  @Rfc(value = 6749, section = "3.1.2.3")
  void a_missing_address_is_told_to_the_person_though_one_is_registered() {
    assertThat(Asking.confidential().without("redirect_uri").read())
        .isEqualTo(new Reading.Unanswerable(Problem.NO_REDIRECT_URI));
    assertThat(Asking.confidential().with("redirect_uri", "").read())
        .isEqualTo(new Reading.Unanswerable(Problem.NO_REDIRECT_URI));
  }

  @Test
  @Attack("R-01")
  @Attack("R-02")
  @Attack("R-11")
  @Rfc(value = 6749, section = "3.1.2.4")
  @Rfc(value = 6749, section = "3.1.2.2")
  @Rfc(value = 6749, section = "10.15")
  @Rfc(value = 9700, section = "2.1")
  @Rfc(value = 9700, section = "4.11.2")
  void an_unregistered_address_is_told_to_the_person_and_never_visited() {
    Property.forAll(
        2_000,
        gen -> {
          String uri = gen.coin() ? gen.mutated(CALLBACK) : gen.hostile();
          var asking = Asking.confidential().with("redirect_uri", uri);
          var problem = uri.isEmpty() ? Problem.NO_REDIRECT_URI : Problem.UNREGISTERED_REDIRECT_URI;

          if (isEncodable(uri)) {
            assertThat(asking.read()).isEqualTo(new Reading.Unanswerable(problem));
            assertThat(asking.with("prompt", "none").with("scope", "x").read())
                .isEqualTo(new Reading.Unanswerable(problem));
          }
        });
  }

  private static boolean isEncodable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Test
  @Attack("R-07")
  @Rfc(value = 8252, section = "7.3")
  @Rfc(value = 8252, section = "8.4")
  void only_a_public_app_may_come_back_on_another_loopback_port() {
    String otherPort = "http://127.0.0.1:51004/cb";

    assertThat(Asking.open().with("redirect_uri", otherPort).understood().answerTo())
        .contains(new RedirectUri(otherPort));
    assertThat(Asking.confidential().with("redirect_uri", otherPort).read())
        .isEqualTo(new Reading.Unanswerable(Problem.UNREGISTERED_REDIRECT_URI));
    assertThat(Asking.confidential().with("redirect_uri", LOOPBACK).understood().answerTo())
        .contains(new RedirectUri(LOOPBACK));
  }

  @ParameterizedTest
  @Attack("R-09")
  @Rfc(value = 6749, section = "3.1")
  @ValueSource(
      strings = {"client_id=10", "client_id=", "redirect_uri=https%3A%2F%2Fapp.example%2Fcb"})
  void a_client_or_address_that_comes_twice_is_told_to_the_person(String copy) {
    assertThat(Asking.read(Asking.confidential().query() + "&" + copy))
        .isEqualTo(new Reading.Unanswerable(Problem.REPEATED));
  }

  @Test
  @Rfc(value = 6749, section = "10.14")
  @Attack("R-09")
  @Attack("R-11")
  @Attack("R-16")
  void any_soup_of_parameters_is_understood_sent_back_to_a_registered_address_or_unanswerable() {
    Property.forAll(
        10_000,
        gen -> {
          switch (Asking.read(soup(gen))) {
            case Reading.Understood(var request) -> {
              assertThat(
                      request.answerTo().map(AuthorizationAddressTest::isRegistered).orElse(true))
                  .isTrue();
              assertThat(request.answerTo().isPresent() || request.bot() != null).isTrue();
              assertThat(request.scopes().isEmpty()).isFalse();
            }
            case Reading.SendBack(var response, var _) -> {
              assertThat(isRegistered(response.redirectUri())).isTrue();
              assertThat(response.parameters()).containsKeys("error").containsEntry("iss", ISSUER);
              assertThat(response.location())
                  .startsWith(response.redirectUri() + "?error=")
                  .matches("[!-~]+");
            }
            case Reading.Untold(var error) -> assertThat(error.description()).isNotEmpty();
            case Reading.Unanswerable(var problem) -> assertThat(problem).isNotNull();
          }
        });
  }

  /** Mostly what is right, with parts missing, repeated, spoilt or foreign. */
  private static String soup(Gen gen) {
    var asking = gen.coin() ? Asking.open() : Asking.confidential();
    var soup = new StringBuilder(asking.query());
    for (int i = gen.below(4); i > 0; i--) {
      String name = gen.below(8) == 0 ? gen.hostile() : gen.choice(NAMES);
      String value = value(gen);
      if (gen.below(3) == 0) {
        soup.append('&').append(encoded(name)).append('=').append(encoded(value));
      } else {
        asking = gen.coin() ? asking.with(name, value) : asking.without(name);
        soup = new StringBuilder(asking.query());
      }
    }
    return soup.toString();
  }

  private static String value(Gen gen) {
    String sensible =
        gen.choice(
            "code",
            "10",
            "30",
            CALLBACK,
            LOOPBACK,
            "http://127.0.0.1:51004/cb",
            "identify guilds",
            "bot",
            "bot identify",
            "8",
            "none",
            "consent",
            "S256",
            Asking.CHALLENGE);
    return switch (gen.below(4)) {
      case 0 -> gen.hostile();
      case 1 -> gen.mutated(sensible);
      default -> sensible;
    };
  }

  private static boolean isRegistered(RedirectUri uri) {
    return uri.value().equals(CALLBACK)
        || uri.value().matches("http://127\\.0\\.0\\.1(:[0-9]{1,5})?/cb");
  }
}
