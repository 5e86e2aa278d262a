package com.astraof.oauth2.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.demoapp.Constellation;
import com.astraof.oauth2.demoapp.DemoApp;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** An account elsewhere in a real browser: linked in the settings, seen by an app, unlinked. */
final class DemoConnectionsInBrowserTest {
  private final int port = TestServer.freePort();
  private final int appPort = TestServer.freePort();
  private final DemoConnections connections =
      new DemoConnections("http://localhost:" + port, appPort, new Secret("between-the-two"));

  @Test
  void ada_is_vega_elsewhere_and_lets_an_app_know() throws Exception {
    try (var chromium = Chromium.launch();
        var server =
            TestServer.onLocalhost(port, settings -> settings.with(connections.providers()))) {
      TestUser ada = server.user("ada");
      var app =
          ada.registersApp(DemoApp.NAME, "confidential", DemoApp.redirectUri(appPort).toString());
      var registration =
          new DemoApp.Registration(URI.create(server.issuer()), app.id(), app.secret());
      try (var demo = DemoApp.start(appPort, registration, connections.service());
          var context = chromium.browser().newContext()) {
        Page page = context.newPage();
        signIn(page, ada);
        declineOnce(page);
        link(page);
        letTheAppSee(page, demo);
        unlink(page);
      }
    }
  }

  private void signIn(Page page, TestUser ada) {
    page.navigate(connections.issuer() + "/settings/connections");
    page.fill("#email", ada.email());
    page.fill("#password", TestUser.PASSWORD);
    page.click("#submit");
    assertThat(page.locator(".empty-title")).hasText("No account is linked");
  }

  private static void setOut(Page page) {
    page.getByLabel("Link your " + Constellation.NAME + " account").click();
    assertThat(page.locator("h1")).hasText("Which star are you?");
  }

  private static void declineOnce(Page page) {
    setOut(page);
    assertThat(Chromium.accessibilityProblems(page)).as("the other service").isEmpty();
    page.click("#decline");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was linked");
  }

  private static void link(Page page) {
    setOut(page);
    page.click("#VEGA");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The account is linked.");
    assertThat(page.locator(".row-title").first()).hasText("Vega");
    assertThat(Chromium.accessibilityProblems(page)).as("connections page").isEmpty();
  }

  private static void letTheAppSee(Page page, DemoApp demo) {
    page.navigate(demo.address().toString());
    page.click("#signin");
    assertThat(page.locator("main")).containsText("See the accounts you’ve linked");
    page.click("#approve");
    assertThat(page.locator(".account")).hasText("Vega on constellation");
  }

  private void unlink(Page page) {
    page.navigate(connections.issuer() + "/settings/connections");
    page.getByText("Unlink", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("Yes, unlink it").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The account is unlinked.");
    assertThat(page.locator(".empty-title")).hasText("No account is linked");
  }
}
