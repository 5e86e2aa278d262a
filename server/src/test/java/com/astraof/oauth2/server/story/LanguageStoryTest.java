package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages speak what the account says, else what the app wishes, else what the browser prefers. */
final class LanguageStoryTest {
  private static final String RUSSIAN = "<html lang=\"ru\"";
  private static final String ENGLISH = "<html lang=\"en\"";
  private static final String ACCOUNT = "/settings/account";
  private static final Map<String, String> NEWCOMER =
      Map.of(
          "email", "grace@example.org",
          "display_name", "Grace Hopper",
          "password", "nanoseconds and wire",
          "date_of_birth", "1906-12-09",
          "consent", "true");

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private static String asking(TestApp app, String uiLocales) {
    return "/oauth2/authorize?response_type=code&client_id="
        + app.id()
        + "&redirect_uri="
        + Wire.encode(TestApp.REDIRECT_URI)
        + "&scope=identify&ui_locales="
        + Wire.encode(uiLocales);
  }

  @Test
  void a_browser_gets_the_language_that_it_prefers() {
    browser.reading("ru-RU,ru;q=0.9,en;q=0.5");

    assertThat(browser.open("/login").body()).contains("<html lang=\"ru-RU\"", "Войти");
    assertThat(browser.open("/nowhere").hasStatus(404).body()).contains("<html lang=\"ru-RU\"");
    assertThat(browser.reading("fr").open("/login").body()).contains(ENGLISH, "Sign in");
  }

  @Test
  void what_is_wrong_with_a_form_is_told_in_the_language_of_its_page() {
    browser.reading("ru");

    Answer refused =
        browser.submitOn("/register", "/register", Map.of("password", "short", "email", "nobody"));

    assertThat(refused.hasStatus(400).body())
        .contains(RUSSIAN, "256 символов.")
        .doesNotContain("A password has");
  }

  @Test
  void an_app_can_wish_for_a_language_from_the_first_page_to_the_last() {
    TestApp app = server.app();
    String request = asking(app, "fr ru");

    Answer signIn = browser.follow(browser.open(request));
    assertThat(signIn.body()).contains(RUSSIAN);
    Answer wrong = browser.submit(signIn, "/login", Map.of("email", "a@b.org", "password", "no"));
    assertThat(wrong.hasStatus(400).body()).contains(RUSSIAN);

    Answer consent = browser.follow(browser.signIn(ada, request));
    assertThat(consent.hasStatus(200).body()).contains(RUSSIAN);
    assertThat(browser.open("/").body()).contains(ENGLISH);
  }

  @Test
  void a_wish_is_never_an_error() {
    TestApp app = server.app();

    for (String wish : new String[] {"", "xx-YY", "<script>", "ru".repeat(100), "ру"}) {
      Answer signIn = browser.follow(browser.open(asking(app, wish)));
      assertThat(signIn.hasStatus(200).body()).as(wish).contains(ENGLISH);
    }
  }

  @Test
  void who_chose_a_language_keeps_it_on_every_device_and_against_the_wish_of_an_app() {
    browser.signIn(ada, "/");
    browser.submitOn(
        ACCOUNT, "/settings/language", Map.of("language", "ru", "return_to", "/settings/sessions"));
    assertThat(browser.open("/settings/sessions").body()).contains(RUSSIAN);

    TestBrowser phone = new TestBrowser(server).reading("en-GB");
    phone.signIn(ada, "/");
    assertThat(phone.open(ACCOUNT).body()).contains(RUSSIAN);
    assertThat(phone.open(asking(server.app(), "en")).body()).contains(RUSSIAN);

    phone.submitOn(ACCOUNT, "/settings/language", Map.of("language", "en"));
    assertThat(phone.open(ACCOUNT).body()).contains("<html lang=\"en-GB\"");
    phone.submitOn(ACCOUNT, "/settings/language", Map.of("language", "tlh"));
    assertThat(phone.open(ACCOUNT).body()).contains("<html lang=\"en-GB\"");
  }

  @Test
  void the_language_that_somebody_registered_in_stays_with_them() {
    browser.reading("ru").submitOn("/register", "/register", NEWCOMER);

    assertThat(browser.reading("en").open("/").body()).contains(RUSSIAN);
  }

  @Test
  void the_api_tells_and_changes_the_language() {
    ada.patch("/api/v1/users/@me", Map.of("locale", "ru")).hasStatus(200);
    assertThat(ada.get("/api/v1/users/@me").json().path("locale").asString()).isEqualTo("ru");

    ada.patch("/api/v1/users/@me", Map.of("locale", "tlh")).hasStatus(400);
    assertThat(ada.get("/api/v1/users/@me").json().path("locale").asString()).isEqualTo("ru");
  }
}
