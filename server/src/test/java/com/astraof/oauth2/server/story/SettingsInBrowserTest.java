package com.astraof.oauth2.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** User Settings in a real browser: from the home page to an app that has lost its access. */
final class SettingsInBrowserTest {
  @Test
  void ada_changes_her_name_and_colours_and_takes_back_what_she_allowed() {
    try (var chromium = Chromium.launch();
        var server = TestServer.onLocalhost();
        var context = chromium.browser().newContext()) {
      TestUser ada = server.user("ada");
      TestApp app = server.app();
      Tokens tokens = app.exchange(ada.approves(app, "identify")).granted();
      Page page = context.newPage();
      signIn(page, server, ada);

      changeName(page);
      chooseDark(page);
      removeAccess(page);

      app.get("/api/v1/users/@me", tokens.access()).hasStatus(401);
    }
  }

  private static void signIn(Page page, TestServer server, TestUser ada) {
    page.navigate(server.issuer() + "/settings/account");
    page.fill("#email", ada.email());
    page.fill("#password", TestUser.PASSWORD);
    page.click("#submit");
    assertThat(page.locator("h1")).hasText("Account");
    assertThat(Chromium.accessibilityProblems(page)).as("account page").isEmpty();
  }

  private static void changeName(Page page) {
    page.fill("#display_name", "Ada Lovelace");
    page.click("#save-profile");

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Your profile is saved.");
    assertThat(page.locator(".side .person-name")).hasText("Ada Lovelace");
  }

  private static void chooseDark(Page page) {
    page.click("button[name=theme][value=dark]");

    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page).hasURL(Pattern.compile("/settings/account$"));
  }

  private static void removeAccess(Page page) {
    page.click("a.section[href='/settings/authorized-apps']");
    assertThat(page.locator("h2")).hasText("Stargazer");
    page.getByText("Remove access").click();
    assertThat(Chromium.accessibilityProblems(page)).as("authorized apps").isEmpty();
    page.getByText("Yes, remove its access").click();

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The app can’t use your account any more.");
    assertThat(page.locator(".empty-title")).hasText("No app can use your account");
  }
}
