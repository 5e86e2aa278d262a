package com.astraof.oauth2.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An app asks for two factors, in a real browser. */
final class StrongSignInInBrowserTest {
  private static final String TWO = "urn:astral:mfa";

  private final TestServer server = TestServer.onLocalhost();
  private final TestUser ada = server.user("ada");

  /** It waits at one of our own pages, for there is no other host here. */
  private final TestApp app =
      ada.registersApp("Stargazer", "confidential", server.issuer() + "/permissions");

  @Test
  void ada_has_one_factor_gets_another_and_confirms_with_a_code() {
    ada.approves(app, "identify");
    try (var chromium = Chromium.launch();
        server;
        var context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(server.issuer() + "/oauth2/authorize?" + Wire.encode(request()));
      page.fill("#email", ada.email());
      page.fill("#password", TestUser.PASSWORD);
      page.click("#submit");
      assertThat(page.locator("h1")).containsText("asks for a second factor");
      Page settings = page.waitForPopup(() -> page.click("#set-up"));
      assertThat(settings.locator("h1")).hasText("Sign-in security");

      var phone = AuthenticatorApp.enabledBy(ada, server.clock()).app();
      page.click("#go-on");
      assertThat(page.locator("h1")).hasText("One more step");
      page.fill("#code", phone.nextCode());
      page.click("#submit");

      page.waitForURL("**/permissions?**");
      var answer = Parameters.parse(URI.create(page.url()).getRawQuery());
      var tokens = app.exchange(answer.required("code")).granted();
      assertThat(app.introspect(tokens.access()).text("acr")).isEqualTo(TWO);
    }
  }

  private Map<String, String> request() {
    return Map.of(
        "client_id",
        app.id(),
        "redirect_uri",
        app.redirectUri(),
        "response_type",
        "code",
        "scope",
        "identify",
        "acr_values",
        TWO);
  }
}
