package com.astraof.oauth2.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.demoapp.Constellation;
import com.astraof.oauth2.demoapp.DemoApp;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A newcomer's first minute, in a real browser: from "Sign in" in the demo app to "Disconnect". */
final class DemoInBrowserTest {

  @Test
  @Attack("U-04")
  void a_newcomer_signs_in_with_astral_and_disconnects() throws Exception {
    int appPort = TestServer.freePort();
    try (var chromium = Chromium.launch();
        var server = TestServer.onLocalhost()) {
      TestUser ada = server.user("ada");
      ada.foundsGuild("Night Sky Watchers");
      var registered =
          ada.registersApp(DemoApp.NAME, "confidential", DemoApp.redirectUri(appPort).toString());
      var registration =
          new DemoApp.Registration(
              URI.create(server.issuer()), registered.id(), registered.secret());
      var elsewhere = new Constellation(URI.create("http://localhost/"), "unused");
      try (var app = DemoApp.start(appPort, registration, elsewhere);
          var context = chromium.browser().newContext(new Browser.NewContextOptions())) {
        Page page = context.newPage();
        page.navigate(app.address().toString());

        signIn(page, ada);
        approve(page);
        refreshAndDisconnect(page, ada);
      }
    }
  }

  private static void signIn(Page page, TestUser ada) {
    page.click("#signin");
    assertThat(Chromium.accessibilityProblems(page)).as("sign-in page").isEmpty();
    page.fill("#email", ada.email());
    page.fill("#password", "not her password");
    page.click("#submit");
    assertThat(page.locator("#problem")).isVisible();

    page.fill("#password", TestUser.PASSWORD);
    page.click("#submit");
  }

  private static void approve(Page page) {
    assertThat(page.locator("h1")).containsText(DemoApp.NAME);
    assertThat(page.locator("main")).containsText("See your username and avatar");
    assertThat(Chromium.accessibilityProblems(page)).as("consent page").isEmpty();
    page.click("#approve");
  }

  private static void refreshAndDisconnect(Page page, TestUser ada) {
    assertThat(page.locator("#profile-name")).containsText("ADA");
    assertThat(page.locator("#profile-email")).containsText(ada.email());
    assertThat(page.locator(".guild")).containsText("Night Sky Watchers");
    assertThat(page.locator("#claims")).containsText("grant_id");

    page.click("#refresh");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("new access token");
    page.click("#disconnect");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Disconnected");
    assertThat(page.locator("#signin")).isVisible();
  }

  @Test
  void the_error_page_for_people_is_accessible() {
    try (var chromium = Chromium.launch();
        var server = TestServer.onLocalhost();
        var context = chromium.browser().newContext(new Browser.NewContextOptions())) {
      Page page = context.newPage();

      page.navigate(server.issuer() + "/oauth2/authorize?client_id=1");

      assertThat(page.locator("h1")).isVisible();
      assertThat(Chromium.accessibilityProblems(page)).isEmpty();
    }
  }
}
