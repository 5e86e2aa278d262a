package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Apps and strangers who want more of a consent than the person who gave it. */
final class ConsentAttackStoryTest {
  private static final Map<String, String> CHALLENGED =
      Map.of(
          "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
          "code_challenge_method", "S256");

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private static String asking(TestApp app, Map<String, String> more) {
    String request =
        Wire.encode(
            Map.of(
                "client_id",
                app.id(),
                "redirect_uri",
                app.redirectUri(),
                "response_type",
                "code",
                "scope",
                "identify"));
    return "/oauth2/authorize?" + request + "&" + Wire.encode(more);
  }

  private Answer decide(Answer page, String decision) {
    return browser.submit(page, "/oauth2/authorize/decision", Map.of("decision", decision));
  }

  @Test
  @Rfc(value = 9700, section = "4.12")
  @Attack("R-12")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void no_redirect_repeats_a_form() {
    String request = asking(app, Map.of("state", "s"));

    Answer signedIn = browser.signIn(ada, request).hasStatus(303);
    decide(browser.follow(signedIn), "deny").hasStatus(303);
    decide(browser.open(request), "approve").hasStatus(303);
    browser.submitOn("/", "/logout", Map.of("return_to", "/")).hasStatus(303);
  }

  @Test
  @Rfc(value = 6749, section = "10.2")
  @Rfc(value = 8252, section = "8.6")
  @Attack("U-05")
  void an_app_that_any_program_of_the_device_could_pose_as_is_asked_for_each_time() {
    browser.signIn(ada, "/");
    for (String address : List.of("http://127.0.0.1/cb", "com.example.stars:/cb")) {
      TestApp pocket = server.publicApp(address);
      decide(browser.open(asking(pocket, CHALLENGED)), "approve").hasStatus(303);

      browser.open(asking(pocket, CHALLENGED)).hasStatus(200);
      var silent = asking(pocket, CHALLENGED) + "&prompt=none";
      assertThat(browser.open(silent).redirectParameters().required("error"))
          .isEqualTo("consent_required");
    }

    TestApp onTheWeb = server.publicApp(TestApp.REDIRECT_URI);
    decide(browser.open(asking(onTheWeb, CHALLENGED)), "approve").hasStatus(303);
    browser.open(asking(onTheWeb, CHALLENGED)).hasStatus(303);
  }

  @Test
  @Attack("U-16")
  @Attack("R-11")
  void what_a_person_uses_is_not_told_to_another_app_or_elsewhere() {
    ada.approves(app, "identify");
    TestApp curious = server.app();
    browser.signIn(ada, "/");
    var silent = Map.of("prompt", "none");

    var told = browser.open(asking(curious, silent)).redirectParameters();
    assertThat(told.required("error")).isEqualTo("consent_required");

    var elsewhere = new TestApp(server, app.id(), "", "https://evil.example/");
    Answer page = browser.open(asking(elsewhere, silent)).hasStatus(400);
    assertThat(page.header("Location")).isEmpty();
  }

  @Test
  @Attack("U-05")
  void a_page_that_somebody_else_left_open_grants_nothing() {
    Answer opened = browser.follow(browser.signIn(ada, asking(app, Map.of("state", "s"))));
    browser.submit(opened, "/logout", Map.of("return_to", "/")).hasStatus(303);
    TestUser grace = server.user("grace");
    Answer own = browser.follow(browser.signIn(grace, asking(app, Map.of("state", "s"))));
    String left = TestBrowser.hiddenFields(opened).getOrDefault("ticket", "");

    browser
        .submit(own, "/oauth2/authorize/decision", Map.of("decision", "approve", "ticket", left))
        .hasStatus(403);
    decide(opened, "approve").hasStatus(403);

    for (TestUser user : new TestUser[] {ada, grace}) {
      assertThat(user.get("/api/v1/oauth2/@me/authorizations").body()).isEqualTo("[]");
    }
  }

  @Test
  @Attack("U-05")
  void a_second_tab_changes_nothing_of_what_the_first_one_shows() {
    Answer first = browser.follow(browser.signIn(ada, asking(app, Map.of("state", "first"))));
    var more = asking(app, Map.of("state", "second")).replace("identify", "identify+email");
    browser.open(more).hasStatus(200);

    var answer = decide(first, "approve").redirectParameters();

    assertThat(answer.required("state")).isEqualTo("first");
    assertThat(app.exchange(answer.required("code")).granted().scope()).isEqualTo("identify");
  }

  @Test
  @Attack("U-14")
  void an_app_with_a_hostile_name_is_shown_as_text() {
    TestApp hostile =
        server
            .user("mallory")
            .registersApp(
                "<img src=x onerror=alert(1)>\"'</title>", "confidential", TestApp.REDIRECT_URI);

    Answer page = browser.follow(browser.signIn(ada, asking(hostile, Map.of("state", "\"><i>"))));

    assertThat(page.hasStatus(200).body())
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain("<img src=x", "\"'</title>", "\"><i>");
  }
}
