package com.astraof.oauth2.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.Pictures;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A developer's first five minutes in a real browser: from registration to a token. */
final class ApplicationsInBrowserTest {
  private static final String CALLBACK = "https://radio.example/callback";

  private final Chromium chromium = Chromium.launch();
  private final TestServer server = TestServer.onLocalhost();
  private final BrowserContext browser = context(true);
  private final Page page = browser.newPage();

  @BeforeEach
  void answerForTheApp() {
    for (BrowserContext context : chromium.browser().contexts()) {
      context.route(CALLBACK + "**", Route::abort);
    }
  }

  @AfterEach
  void stop() {
    chromium.close();
    server.close();
  }

  private BrowserContext context(boolean scripts) {
    return chromium
        .browser()
        .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
  }

  private void signIn(Page where, TestUser user) {
    where.navigate(server.issuer() + "/login");
    where.fill("#email", user.email());
    where.fill("#password", TestUser.PASSWORD);
    where.click("#submit");
  }

  private static void isAccessible(Page where) {
    assertThat(Chromium.accessibilityProblems(where)).as(where.url()).isEmpty();
  }

  @Test
  void a_developer_registers_and_has_a_token_in_hand() {
    register();
    TestApp app = createApplication();
    String url = buildUrl();

    TestUser bob = server.user("bob");
    String code = approve(url, bob);

    var tokens = app.exchange(code).granted();
    assertThat(tokens.scope()).isEqualTo("identify guilds");
    app.get("/api/v1/users/@me/guilds", tokens.access()).hasStatus(200);
    takesItBack(bob, app, tokens.access());
    rotatesItsSecret(app, bob);
    comesBackLater();
  }

  private void register() {
    page.navigate(server.issuer() + "/register?return_to=/settings/applications");
    page.fill("#email", "grace@example.org");
    page.fill("#password", TestUser.PASSWORD);
    page.fill("#display_name", "Grace Hopper");
    page.fill("#date_of_birth", "1906-12-09");
    page.check("#consent");
    page.click("#submit");
    assertThat(page.locator("h1")).containsText("Applications");
    isAccessible(page);
  }

  private TestApp createApplication() {
    page.click("text=Create application");
    page.fill("#name", "Midnight Radio");
    page.fill("#redirect_uris", CALLBACK + "\nhttp://radio.example");
    page.click("#submit");
    assertThat(page.locator("#redirect_uris-problem")).containsText("http is only for localhost");
    isAccessible(page);
    page.fill("#redirect_uris", CALLBACK);
    page.click("#submit");

    assertThat(page.locator("h1")).containsText("Midnight Radio is ready");
    isAccessible(page);
    return new TestApp(
        server,
        page.locator("#client_id").textContent(),
        page.locator("#client_secret").textContent(),
        CALLBACK);
  }

  private String buildUrl() {
    page.click("text=Build the authorization URL");
    assertThat(page.locator("#update")).isHidden();
    assertThat(page.locator("#authorization-url")).containsText("&scope=identify");
    page.check("#scope-guilds");
    isAccessible(page);
    return page.locator("#authorization-url").textContent();
  }

  private String approve(String url, TestUser user) {
    try (var other = context(true)) {
      other.route(CALLBACK + "**", Route::abort);
      Page where = other.newPage();
      signIn(where, user);
      where.navigate(url);
      assertThat(where.locator("h1")).containsText("Midnight Radio");
      var request = where.waitForRequest(CALLBACK + "?**", () -> where.click("#approve"));
      String query = URI.create(request.url()).getRawQuery();
      return Parameters.parse(query).required("code");
    }
  }

  private void takesItBack(TestUser user, TestApp app, String token) {
    try (var other = context(true)) {
      Page where = other.newPage();
      signIn(where, user);
      where.navigate(server.issuer() + "/settings/authorized-apps");
      assertThat(where.locator("main")).containsText("Midnight Radio");
      isAccessible(where);
      where.click("summary:has-text('Remove access')");
      where.click(".ask[open] button");
      assertThat(where.locator(".notice")).containsText("can’t use your account any more");
      app.get("/api/v1/users/@me/guilds", token).deniedWith(401, "INVALID_AUTH_TOKEN");
    }
  }

  private void rotatesItsSecret(TestApp app, TestUser user) {
    page.navigate(server.issuer() + "/settings/applications/" + app.id() + "/oauth2");
    page.click("summary:has-text('Add a second secret')");
    page.fill("#add-secret-sudo", TestUser.PASSWORD);
    page.click("form:has(#add-secret-sudo) button");
    String second = page.locator("#client_secret").textContent();
    var renewed = new TestApp(server, app.id(), second, CALLBACK);
    app.exchange(user.approves(app, "identify")).granted();
    renewed.exchange(user.approves(app, "identify")).granted();

    page.navigate(server.issuer() + "/settings/applications/" + app.id() + "/oauth2");
    page.locator("summary:has-text('Retire')").first().click();
    page.locator("button:has-text('Retire')").first().click();

    assertThat(page.locator(".notice")).isVisible();
    app.exchange(user.approves(app, "identify")).refusedWith("invalid_client");
    renewed.exchange(user.approves(app, "identify")).granted();
  }

  private void comesBackLater() {
    server.clock().advance(Duration.ofMinutes(6));
    page.navigate(server.issuer() + "/settings/applications");
    page.click("text=Midnight Radio");
    page.fill("#name", "Noon <Radio>");
    assertThat(page.locator(".preview-title"))
        .hasText("Noon <Radio> wants access to your Astral account");
    page.click("#save");
    assertThat(page.locator(".notice")).containsText("Your changes are saved.");
    isAccessible(page);
    for (String tab : new String[] {"Bot", "Danger zone", "OAuth2"}) {
      page.locator(".tab").getByText(tab).click();
      isAccessible(page);
    }
    page.click("summary:has-text('Reset secret')");
    page.fill("#reset-secret-sudo", TestUser.PASSWORD);
    page.click("text=Reset it now");
    assertThat(page.locator("#client_secret")).isVisible();
    isAccessible(page);
  }

  @Test
  void pictures_are_uploaded_seen_and_removed() {
    TestUser ada = server.user("ada");
    TestApp app = ada.registersApp("Radio", "confidential", CALLBACK);
    String application = server.issuer() + "/settings/applications/" + app.id();
    signIn(page, ada);

    pictureOf("icon", application, ".application-name > img");
    pictureOf("avatar", application + "/bot", "img.avatar.large");
  }

  private void pictureOf(String field, String address, String shown) {
    page.navigate(address);
    page.setInputFiles("#" + field, file(Pictures.SVG.getBytes(StandardCharsets.UTF_8)));
    page.click("text=Upload");
    assertThat(page.locator("#" + field + "-problem")).containsText("not a PNG, JPEG, WebP or GIF");

    page.setInputFiles("#" + field, file(Pictures.png(600, 300)));
    page.click("text=Upload");
    assertThat(page.locator(".notice")).isVisible();
    assertThat(page.locator(shown)).isVisible();
    assertThat(page.locator(shown).evaluate("image => image.naturalWidth")).isEqualTo(512);

    page.click("#" + field + "-remove-button");
    assertThat(page.locator(".notice")).isVisible();
    assertThat(page.locator(shown)).hasCount(0);
  }

  private static FilePayload file(byte[] content) {
    return new FilePayload("picture.png", "image/png", content);
  }

  @Test
  void the_url_is_the_same_with_and_without_scripts() {
    TestUser ada = server.user("ada");
    TestApp app =
        ada.registersApp("Radio", "confidential", "https://a.example/~x?y=*&z=(%20)", CALLBACK);
    String path = server.issuer() + "/settings/applications/" + app.id() + "/oauth2";
    signIn(page, ada);
    page.navigate(path);
    Page plain = context(false).newPage();
    signIn(plain, ada);
    plain.navigate(path);

    for (var choice :
        Map.of(
                "none",
                new String[] {},
                "one",
                new String[] {"scope-email"},
                "bot",
                new String[] {"scope-bot"},
                "both",
                new String[] {"scope-guilds.join", "scope-bot"})
            .values()) {
      for (String redirectUri : new String[] {"", CALLBACK, app.redirectUri()}) {
        choose(page, redirectUri, choice);
        choose(plain, redirectUri, choice);
        plain.click("#update");

        for (String id : new String[] {"authorization-url", "lacks-scope", "lacks-redirect"}) {
          assertThat(state(page, id)).as(redirectUri).isEqualTo(state(plain, id));
        }
        assertThat(page.locator("#open-url").getAttribute("href"))
            .isEqualTo(plain.locator("#open-url").getAttribute("href"));
      }
    }
  }

  private static void choose(Page where, String redirectUri, String... boxes) {
    for (var box : where.locator("#builder input[name=scope]").all()) {
      box.uncheck();
    }
    for (String box : boxes) {
      where.check("[id='" + box + "']");
    }
    if (where.locator("[id='permission.administrator']").isVisible()) {
      where.check("[id='permission.administrator']");
      where.check("[id='permission.update_rtc_region']");
    }
    where.selectOption("#url-redirect", redirectUri);
  }

  private static String state(Page where, String id) {
    var element = where.locator("#" + id);
    return element.isVisible() ? element.textContent() : "not to be seen";
  }
}
