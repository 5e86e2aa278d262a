package com.astraof.oauth2.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Second factors in a real browser, with its virtual authenticator for a device: an app, a recovery
 * code, a passkey, and the way back when all of it is lost.
 */
final class SecondFactorsInBrowserTest {
  private final TestServer server = TestServer.onLocalhost();
  private final TestUser ada = server.user("ada");

  @Test
  void ada_sets_up_an_app_and_a_passkey_loses_them_and_is_let_in_by_the_operator() {
    try (var chromium = Chromium.launch();
        server;
        var context = chromium.browser().newContext()) {
      Page page = context.newPage();
      CDPSession device = device(page);
      givePassword(page);

      var app = setUpApp(page);
      String recovery = page.locator(".codes code").first().textContent();
      page.click("#kept");
      signInByCode(page, app.nextCode());
      signInByCode(page, recovery);
      addPasskey(page, app);
      signInByPasskey(page);
      removePasskeyBySudo(page, device);
      recover(page);
    }
  }

  private static CDPSession device(Page page) {
    CDPSession device = page.context().newCDPSession(page);
    device.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    var arguments = new JsonObject();
    arguments.add("options", options);
    device.send("WebAuthn.addVirtualAuthenticator", arguments);
    return device;
  }

  private void givePassword(Page page) {
    page.context().clearCookies();
    page.navigate(server.issuer() + "/settings/security");
    page.fill("#email", ada.email());
    page.fill("#password", TestUser.PASSWORD);
    page.click("#submit");
  }

  private AuthenticatorApp setUpApp(Page page) {
    assertThat(page.locator("#two-factor")).hasText("Two-factor authentication is off");
    page.click("#set-up-app");
    page.fill("#confirm-sudo", TestUser.PASSWORD);
    page.click("#confirm");
    String secret = page.locator("#secret").textContent().replace(" ", "");
    assertThat(page.locator(".qr path").getAttribute("d")).startsWith("M4 4h1v1h-1z");
    var app = new AuthenticatorApp(secret, server.clock());
    page.fill("#code", "000000");
    page.click("#turn-on");
    assertThat(page.locator("#code-problem")).isVisible();
    page.fill("#code", app.code());
    page.click("#turn-on");
    assertThat(page.locator("h1")).hasText("Your recovery codes");
    return app;
  }

  private void signInByCode(Page page, String code) {
    givePassword(page);
    assertThat(page.locator("h1")).hasText("One more step");
    assertThat(Chromium.accessibilityProblems(page)).as("second step").isEmpty();
    page.fill("#code", "000000");
    page.click("#submit");
    assertThat(page.locator("#problem")).containsText("This code is wrong");
    page.fill("#code", code);
    page.click("#submit");
    assertThat(page.locator("#two-factor")).hasText("Two-factor authentication is on");
  }

  private static void addPasskey(Page page, AuthenticatorApp app) {
    page.click("#add-passkey");
    page.fill("#confirm-sudo", app.nextCode());
    page.click("#confirm");
    page.fill("#name", "Laptop");
    page.getByText("Create the passkey").click();
    assertThat(page.locator(".notice")).containsText("The passkey is added");
  }

  private void signInByPasskey(Page page) {
    page.context().clearCookies();
    page.navigate(server.issuer() + "/settings/security");
    page.getByText("Sign in with a passkey").click();
    assertThat(page.locator("#two-factor")).hasText("Two-factor authentication is on");
    givePassword(page);
    page.getByText("Use a passkey").click();
    assertThat(page.locator("#two-factor")).hasText("Two-factor authentication is on");
  }

  private static void removePasskeyBySudo(Page page, CDPSession device) {
    var row = page.locator(".row");
    row.getByText("Remove").first().click();
    row.getByText("Use a passkey").click();
    assertThat(page.locator(".notice")).containsText("The passkey is removed");
    device.detach();
  }

  private void recover(Page page) {
    String tag = page.locator(".side .person-tag").textContent();
    var run =
        ServerProcess.run(
            Map.of(), "account", "recover", tag, "--new-password", "--data=" + server.folder());
    assertThat(run.exitCode()).as(run.err()).isZero();
    String password =
        run.out()
            .lines()
            .filter(line -> line.startsWith("Password: "))
            .findFirst()
            .orElseThrow()
            .substring(10);

    page.reload();
    assertThat(page.locator("h1")).hasText("Sign in");
    page.fill("#email", ada.email());
    page.fill("#password", password);
    page.click("#submit");
    assertThat(page.locator("#two-factor")).hasText("Two-factor authentication is off");
    page.navigate(server.issuer() + "/settings/activity");
    assertThat(page.locator("main"))
        .containsText("Our support turned two-factor authentication off");
  }
}
