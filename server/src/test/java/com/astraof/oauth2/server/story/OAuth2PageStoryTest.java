package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.Developer.shown;
import static com.astraof.oauth2.server.testing.Developer.showsNone;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Developer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /settings/applications/{id}/oauth2}: redirect URIs, secrets, the client type, the URL. */
final class OAuth2PageStoryTest {
  private static final Pattern SECRET = Pattern.compile("name=\"secret_id\" value=\"([^\"]+)\"");
  private static final String OTHER_URI = "http://localhost:8081/callback?a=b&c=d";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestUser bob = server.user("bob");
  private final TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final Developer developer = Developer.of(server, ada, app);

  @AfterEach
  void stop() {
    server.close();
  }

  private TestApp with(String secret) {
    return new TestApp(server, app.id(), secret, TestApp.REDIRECT_URI);
  }

  private void works(TestApp client) {
    client.exchange(bob.approves(client, "identify")).granted();
  }

  private void isRefused(TestApp client) {
    client.exchange(bob.approves(client, "identify")).refusedWith("invalid_client");
  }

  @Test
  void redirect_uris_are_added_at_the_end_and_removed() {
    Answer added = developer.send("/redirect-uris/add", Map.of("redirect_uri", OTHER_URI));

    assertThat(added.redirect().toString())
        .isEqualTo(developer.path("/oauth2?done=redirect_uri_added"));
    assertThat(developer.follow(added).body())
        .contains("The redirect URI is registered.", OTHER_URI.replace("&", "&amp;"));

    var first = Map.of("redirect_uri", TestApp.REDIRECT_URI);
    developer.follow(developer.send("/redirect-uris/remove", first));
    developer.follow(developer.send("/redirect-uris/remove", first));

    assertThat(developer.open("/oauth2").body()).doesNotContain(TestApp.REDIRECT_URI);
  }

  @Test
  void a_redirect_uri_that_cannot_be_is_told_in_place_and_kept_as_typed() {
    for (String wrong : List.of("http://app.example/callback", "myapp://callback", "")) {
      Answer again =
          developer.send("/redirect-uris/add", Map.of("redirect_uri", wrong)).hasStatus(400);

      assertThat(again.body()).contains("id=\"redirect_uri-problem\"", "value=\"" + wrong + "\"");
    }
    var known = Map.of("redirect_uri", TestApp.REDIRECT_URI);
    assertThat(developer.send("/redirect-uris/add", known).hasStatus(400).body())
        .contains("This redirect URI is registered already.");
  }

  @Test
  void secrets_are_changed_over_without_an_outage() {
    Answer added = developer.confirm("/secrets/add", Map.of()).hasStatus(200);
    var second = with(shown(added, "client_secret"));
    works(app);
    works(second);
    assertThat(developer.send("/secrets/add", Map.of()).hasStatus(400).body())
        .contains("There are 2 secrets already");

    Answer page = developer.open("/oauth2");
    showsNone(page, "client_secret");
    String oldest = SECRET.matcher(page.body()).results().findFirst().orElseThrow().group(1);
    Answer retired = developer.send("/secrets/retire", Map.of("secret_id", oldest));

    assertThat(developer.follow(retired).body()).contains("That secret is refused from now on.");
    isRefused(app);
    works(second);
  }

  @Test
  void the_last_secret_cannot_be_retired() {
    developer.confirm("/secrets/add", Map.of()).hasStatus(200);
    List<String> both =
        SECRET.matcher(developer.open("/oauth2").body()).results().map(MatchResult::group).toList();
    assertThat(both).hasSize(2);
    for (String one : both) {
      String id = one.substring(one.lastIndexOf("value=\"") + 7, one.length() - 1);
      developer.send("/secrets/retire", Map.of("secret_id", id));
    }

    assertThat(developer.open("/oauth2").body()).contains("Add a second secret");
    var unknown = Map.of("secret_id", "A".repeat(43));
    developer.send("/secrets/retire", unknown).hasStatus(400);
    developer.send("/secrets/retire", Map.of("secret_id", "x")).hasStatus(404);
  }

  @Test
  @Attack("A-09")
  void a_reset_ends_the_old_secret_at_once_and_shows_the_new_one_once() {
    Answer reset = developer.confirm("/secrets/reset", Map.of()).hasStatus(200);
    reset.hasHeader("Cache-Control", "no-store");

    isRefused(app);
    works(with(shown(reset, "client_secret")));
    showsNone(developer.open("/oauth2"), "client_secret");
  }

  @Test
  @Attack("U-12")
  void secrets_are_made_only_for_who_knows_the_password_and_then_for_a_while() {
    for (String form : List.of("/secrets/add", "/secrets/reset")) {
      Answer asked = developer.send(form, Map.of()).hasStatus(403);
      assertThat(asked.body())
          .contains("Enter your password to go on.", "<details class=\"ask\" open");
      showsNone(asked, "client_secret");
      var wrong = Map.of("sudo_password", "not her password");
      assertThat(developer.send(form, wrong).hasStatus(400).body())
          .contains("This is not your password.");
    }
    works(app);

    developer.confirm("/secrets/reset", Map.of()).hasStatus(200);
    developer.send("/secrets/reset", Map.of()).hasStatus(200);
    server.clock().advance(Duration.ofMinutes(5));
    developer.send("/secrets/reset", Map.of()).hasStatus(403);
  }

  @Test
  void a_public_client_has_no_secrets_and_a_confidential_one_starts_without() {
    developer.follow(developer.send("/client-type", Map.of("client_type", "public")));
    assertThat(developer.open("/oauth2").body()).doesNotContain("Client secrets");
    assertThat(developer.confirm("/secrets/add", Map.of()).hasStatus(400).body())
        .contains("A public application has no secret.");

    developer.follow(developer.send("/client-type", Map.of("client_type", "confidential")));
    assertThat(developer.open("/oauth2").body()).contains("No secret yet", "Create a secret");
    isRefused(app);
    works(with(shown(developer.send("/secrets/add", Map.of()).hasStatus(200), "client_secret")));
    developer.send("/client-type", Map.of("client_type", "other")).hasStatus(400);
  }

  @Test
  void the_url_starts_with_the_least_and_grows_with_what_is_chosen() {
    String base = TestServer.ISSUER + "/oauth2/authorize?client_id=" + app.id();
    String callback = "&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&response_type=code";

    assertThat(url("")).isEqualTo(base + callback + "&scope=identify");
    assertThat(url("?scope=guilds&scope=email&redirect_uri=" + TestApp.REDIRECT_URI))
        .isEqualTo(base + callback + "&scope=email+guilds");
    assertThat(url("?scope=bot&redirect_uri=&permissions=8&permissions=2048"))
        .isEqualTo(base + "&scope=bot&permissions=2056");
  }

  @Test
  void a_choice_that_the_form_does_not_offer_is_passed_over() {
    String base = TestServer.ISSUER + "/oauth2/authorize?client_id=" + app.id();

    assertThat(url("?scope=admin&scope=bot&permissions=-1&permissions=x&permissions=" + (1L << 59)))
        .isEqualTo(base + "&scope=bot&permissions=0");
    assertThat(url("?scope=email&redirect_uri=https://evil.example"))
        .isEqualTo(base + "&scope=email");
    assertThat(developer.open("/oauth2?redirect_uri=" + TestApp.REDIRECT_URI).body())
        .contains("<p class=\"field-problem\" id=\"lacks-scope\">");
  }

  private String url(String query) {
    Answer page = developer.open("/oauth2" + query).hasStatus(200);
    var shown = Pattern.compile("id=\"authorization-url\">([^<]+)<").matcher(page.body());
    assertThat(shown.find()).as(page.toString()).isTrue();
    return shown.group(1).replace("&amp;", "&");
  }
}
