package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.connection.Provider.ClientAuth;
import com.astraof.oauth2.server.connection.Providers;
import com.astraof.oauth2.server.testing.Linker;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestService;
import com.astraof.oauth2.server.testing.TestService.Says;
import com.astraof.oauth2.server.testing.TestUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /settings/connections}: an account elsewhere is linked, hidden and unlinked. */
final class ConnectionStoryTest {
  private static final String API = "/api/v1/users/@me/connections";

  private final TestService service = new TestService();
  private final TestServer server =
      TestServer.with(
          settings ->
              settings.with(new Providers(List.of(service.as("stars", "Stars", ClientAuth.FORM)))));
  private final TestUser ada = server.user("ada");
  private final Linker browser = Linker.of(server, ada);

  @AfterEach
  void stop() {
    server.close();
    service.close();
  }

  @Test
  @Rfc(value = 6749, section = "4.1.1")
  @Rfc(value = 7636, section = "4.3")
  void the_service_is_told_who_asks_for_what_and_where_to_send_people_back() {
    var sent = browser.setsOutTo("stars");

    assertThat(sent.required("response_type")).isEqualTo("code");
    assertThat(sent.required("client_id")).isEqualTo("astral at stars");
    assertThat(sent.required("redirect_uri"))
        .isEqualTo(TestServer.ISSUER + "/settings/connections/callback/stars");
    assertThat(sent.required("scope")).isEqualTo("read:user");
    assertThat(sent.required("state")).hasSize(43);
    assertThat(sent.required("code_challenge_method")).isEqualTo("S256");
    assertThat(sent.required("lang")).as("what was in the address stays").isEqualTo("en");
  }

  @Test
  @Rfc(value = 6749, section = "4.1.3")
  @Rfc(value = 7636, section = "4.5")
  void the_code_is_exchanged_with_its_verifier_and_the_name_is_on_the_page() {
    var sent = browser.setsOutTo("stars");
    var state = sent.required("state");
    var answer = browser.comesBackFrom("stars", Map.of("code", "c+/d", "state", state));

    var form = service.asked.getFirst().form();
    assertThat(form.required("grant_type")).isEqualTo("authorization_code");
    assertThat(form.required("code")).isEqualTo("c+/d");
    assertThat(form.required("redirect_uri")).isEqualTo(sent.required("redirect_uri"));
    assertThat(form.required("client_secret")).isEqualTo(TestService.SECRET);
    var challenge = new CodeChallenge(sent.required("code_challenge"));
    assertThat(challenge.matches(form.required("code_verifier"))).isTrue();
    assertThat(service.asked.getLast().authorization()).isEqualTo("Bearer " + TestService.TOKEN);
    assertThat(browser.browser().follow(answer).body())
        .contains("The account is linked.", "<bdi>Vega</bdi>", "<bdi>Stars</bdi>");
  }

  @Test
  void nothing_of_the_proof_is_kept() throws IOException {
    browser.links("stars");

    try (var files = Files.list(server.folder())) {
      for (Path file : files.filter(Files::isReadable).toList()) {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(content.contains(TestService.TOKEN)).as(file.toString()).isFalse();
      }
    }
  }

  @Test
  void what_is_linked_and_unlinked_stands_under_security_activity() {
    browser.links("stars");
    browser
        .browser()
        .submitOn(Linker.PAGE, Linker.PAGE + "/unlink", Map.of("type", "stars", "account", "1"));

    assertThat(browser.browser().open("/settings/activity").body())
        .contains("You linked an account at another service")
        .contains("You unlinked an account at another service");
  }

  @Test
  void whoever_says_no_learns_that_nothing_was_linked() {
    var page = browser.links("stars", Map.of("error", "access_denied"));

    assertThat(page).contains("You said no, that’s fine.", "No account is linked");
    assertThat(service.asked).isEmpty();
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2.1")
  void an_error_counts_also_when_a_code_comes_along() {
    var page = browser.links("stars", Map.of("error", "server_error", "code", "c"));

    assertThat(page).contains("Stars</bdi> didn’t let us see who you are there");
    assertThat(service.asked).isEmpty();
  }

  @Test
  void a_service_in_trouble_links_nothing_and_is_named() {
    service.token = new Says(503, "");
    assertThat(browser.links("stars")).contains("Stars</bdi> can’t be reached at the moment");
    service.token = new Says(400, "{\"error\":\"invalid_grant\"}");
    assertThat(browser.links("stars")).contains("Stars</bdi> didn’t let us see who you are there");
    service.token = TestService.GRANTED;
    service.profile = new Says(200, "{\"user\":{\"names\":[\"Vega\"]}}");
    assertThat(browser.links("stars")).contains("Stars</bdi> didn’t say which account is yours");
    service.close();
    assertThat(browser.links("stars"))
        .contains("Stars</bdi> can’t be reached at the moment", "No account is linked");
  }

  @Test
  void an_account_of_somebody_else_stays_theirs() {
    var grace = server.user("grace");
    Linker.of(server, grace).links("stars");

    assertThat(browser.links("stars"))
        .contains("this account is linked to somebody else on Astral", "No account is linked");
    assertThat(grace.get(API).json().size()).isEqualTo(1);
  }

  @Test
  void the_twenty_first_account_is_refused() {
    for (int i = 1; i <= 20; i++) {
      service.profile = TestService.named("star " + i, "Star " + i);
      browser.links("stars");
    }
    service.profile = TestService.named("one more", "One more");

    assertThat(browser.links("stars")).contains("you have as many linked accounts as there can be");
    assertThat(ada.get(API).json().size()).isEqualTo(20);
  }

  @Test
  void what_is_linked_again_takes_its_new_name() {
    browser.links("stars");
    service.profile = TestService.named("1", "Alpha Lyrae");

    assertThat(browser.links("stars")).contains("Alpha Lyrae").doesNotContain("Vega");
    assertThat(ada.get(API).json().size()).isEqualTo(1);
  }

  @Test
  void what_is_unlinked_is_gone_at_once_and_can_be_linked_again() {
    var app = server.app();
    var token = app.accessOf(ada, "connections");
    browser.links("stars");
    assertThat(app.get(API, token).json().size()).isEqualTo(1);

    var fields = Map.of("type", "stars", "account", "1");
    var done = browser.browser().submitOn(Linker.PAGE, Linker.PAGE + "/unlink", fields);

    assertThat(app.get(API, token).hasStatus(200).body()).isEqualTo("[]");
    assertThat(browser.browser().follow(done).body())
        .contains("The account is unlinked.", "No account is linked");
    assertThat(Linker.of(server, server.user("grace")).links("stars")).contains("Vega");
  }

  @Test
  @Attack("U-19")
  void nobody_hides_or_unlinks_what_is_somebody_elses() {
    var grace = server.user("grace");
    Linker.of(server, grace).links("stars");
    var fields = Map.of("type", "stars", "account", "1", "visibility", "0");

    browser.browser().submitOn(Linker.PAGE, Linker.PAGE + "/visibility", fields).redirect();
    browser.browser().submitOn(Linker.PAGE, Linker.PAGE + "/unlink", fields).redirect();

    assertThat(grace.get(API).json().path(0).path("visibility").asInt()).isEqualTo(1);
  }

  @Test
  @Attack("U-14")
  void a_hostile_name_is_text() {
    service.profile = TestService.named("1", "<b>\\u202Egnp\\u200B</b>");

    assertThat(browser.links("stars"))
        .contains("<bdi>&lt;b&gt;gnp&lt;/b&gt;</bdi>")
        .doesNotContain("<b>", "\u202E", "\u200B");
  }
}
