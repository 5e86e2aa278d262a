package com.astraof.oauth2.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.connection.OutsideAccount;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.connection.Provider.ClientAuth;
import com.astraof.oauth2.server.testing.TestService;
import com.astraof.oauth2.server.testing.TestService.Says;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the answers of other services, good and bad. */
final class ProviderClientTest {
  private static final Secret VERIFIER = new Secret("v".repeat(43));

  private final TestService service = new TestService();
  private final ProviderClient client =
      new ProviderClient("https://astral.example", Duration.ofSeconds(2));

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer ask(ClientAuth auth) {
    return client.account(service.as("stars", "Stars", auth), "c", VERIFIER);
  }

  private Answer ask() {
    return ask(ClientAuth.FORM);
  }

  private void isAway(String why) {
    assertThat(ask()).isEqualTo(new Answer.Away(why));
  }

  @Test
  void an_account_is_found_by_text_or_number() {
    var vega = new OutsideAccount("stars", "7", "Vega");
    service.profile = TestService.named("7", "Vega");
    assertThat(ask()).isEqualTo(new Answer.Found(vega));
    service.profile = new Says(200, "{\"user\":{\"id\":7,\"names\":[\"Vega\"]}}");
    assertThat(ask()).isEqualTo(new Answer.Found(vega));
  }

  @Test
  void an_account_without_a_name_goes_by_its_id() {
    service.profile = new Says(200, "{\"user\":{\"id\":7,\"names\":[null]}}");

    assertThat(ask()).isEqualTo(new Answer.Found(new OutsideAccount("stars", "7", "7")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"user\":{\"id\":null}}",
        "{\"user\":{\"id\":\"\"}}",
        "{\"user\":{\"id\":\" \"}}",
        "{\"user\":{\"id\":1.5}}",
        "{\"user\":{\"id\":{\"id\":\"7\"}}}"
      })
  void an_account_without_an_id_is_none(String profile) {
    service.profile = new Says(200, profile);

    assertThat(ask()).isEqualTo(new Answer.Nameless("no id at /user/id"));
  }

  @Test
  void an_id_that_is_too_long_is_none() {
    service.profile = TestService.named("7".repeat(256), "Vega");

    assertThat(ask()).isInstanceOf(Answer.Nameless.class);
  }

  @Test
  @Rfc(value = 6749, section = "2.3.1")
  void credentials_go_into_the_form_or_into_the_header_and_never_into_both() {
    ask(ClientAuth.FORM);
    ask(ClientAuth.BASIC);

    var inForm = service.asked.get(0);
    var inHeader = service.asked.get(2);
    assertThat(inForm.form().required("client_secret")).isEqualTo(TestService.SECRET);
    assertThat(inForm.authorization()).isEmpty();
    assertThat(inHeader.form().optional("client_secret")).isEmpty();
    // "astral+at+stars:outside%2Bsecret%2F%25"
    assertThat(inHeader.authorization())
        .isEqualTo("Basic YXN0cmFsK2F0K3N0YXJzOm91dHNpZGUlMkJzZWNyZXQlMkYlMjU=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "not JSON",
        "{\"error\":\"bad_verification_code\"}",
        "{\"access_token\":\"\",\"token_type\":\"bearer\"}",
        "{\"access_token\":\"a\\r\\nb\",\"token_type\":\"bearer\"}",
        "{\"access_token\":\"a\",\"token_type\":\"mac\"}",
        "{\"access_token\":\"a\"}"
      })
  @Rfc(value = 6749, section = "7.1")
  void without_a_bearer_token_the_profile_is_not_asked_for(String body) {
    service.token = new Says(200, body);

    assertThat(ask()).isEqualTo(new Answer.Refused("token endpoint: status 200"));
    assertThat(service.asked).hasSize(1);
  }

  @Test
  void a_redirect_is_not_followed() {
    service.token = new Says(307, "", Map.of("Location", "/profile"), false);
    assertThat(ask()).isEqualTo(new Answer.Refused("token endpoint: status 307"));
    assertThat(service.asked).hasSize(1);
  }

  @Test
  void a_redirect_does_not_take_the_token_along() {
    service.profile = new Says(302, "", Map.of("Location", "/token"), false);

    isAway("profile endpoint: status 302");
    assertThat(service.asked).hasSize(2);
  }

  @Test
  void an_answer_that_is_too_large_is_none() {
    String padding = "\"padding\":\"" + "x".repeat(64 * 1024) + "\"";

    service.profile = new Says(200, "{\"user\":{\"id\":1}," + padding + "}");
    isAway("profile endpoint: no answer (IOException)");
    service.token =
        new Says(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"," + padding + "}");
    isAway("token endpoint: no answer (IOException)");
  }

  @Test
  void an_answer_that_does_not_end_in_time_is_none() {
    service.profile = new Says(200, "{\"user\":{\"id\":1}}", Map.of(), true);

    isAway("profile endpoint: no answer in time");
  }

  @Test
  void a_service_in_trouble_is_away() {
    service.profile = new Says(200, "<html>");
    isAway("profile endpoint: the answer is not JSON");
    service.profile = new Says(403, "{}");
    isAway("profile endpoint: status 403");
    service.token = new Says(502, "{}");
    isAway("token endpoint: status 502");
    service.close();
    isAway("token endpoint: no answer (ConnectException)");
  }
}
