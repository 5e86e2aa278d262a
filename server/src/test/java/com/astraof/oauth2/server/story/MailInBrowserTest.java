package com.astraof.oauth2.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.TestServer;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An account's life with mail, in a real browser: every link is followed from the mail itself. */
final class MailInBrowserTest {
  private static final String FIRST = "ada@first.example";
  private static final String SECOND = "ada@second.example";
  private static final String FORGOTTEN = "soon to be forgotten";
  private static final String PASSWORD = "correct horse battery";
  private static final String LAST = "a better horse battery";

  @Test
  void somebody_verifies_forgets_resets_changes_and_takes_back() {
    int port = TestServer.freePort();
    try (var chromium = Chromium.launch();
        var server =
            TestServer.onLocalhost(port, settings -> settings.with(new MailSettings.Shown()));
        var context = chromium.browser().newContext()) {
      var ada = new Visitor(server, context.newPage());

      ada.registers();
      ada.opensMail("Verify your email address", "Verify my address");
      ada.presses("Your address is verified");

      ada.page.navigate(server.issuer() + "/settings/account");
      assertThat(ada.page.locator("section:has(#email)")).containsText("Verified");

      ada.page.context().clearCookies();
      ada.forgets();
      ada.opensMail("Choose a new password", "Choose a new password");
      ada.choosesPassword(PASSWORD, "Your password is changed");

      ada.signsIn(FIRST, PASSWORD);
      ada.wantsAnotherAddress();
      ada.opensMail("Confirm your new email address", "Confirm this address");
      ada.presses("Your address is changed");

      ada.opensMail("Your email address was changed", "It wasn’t me");
      ada.choosesPassword(LAST, "Your account is yours again");
      ada.signsIn(FIRST, LAST);
      ada.page.navigate(server.issuer() + "/settings/account");
      assertThat(ada.page.locator("section:has(#email)")).containsText(FIRST);
    }
  }

  private record Visitor(TestServer server, Page page) {
    void registers() {
      page.navigate(server.issuer() + "/register");
      page.fill("#email", FIRST);
      page.fill("#password", FORGOTTEN);
      page.fill("#display_name", "Ada");
      page.fill("#date_of_birth", "1990-01-01");
      page.check("#consent");
      page.click("#submit");
      assertThat(page.locator("main")).containsText("Sign out");
    }

    void opensMail(String subject, String button) {
      server.astral().sendMail();
      page.navigate(server.issuer() + "/mailbox");
      assertThat(Chromium.accessibilityProblems(page)).as("mailbox").isEmpty();
      page.locator(".letter").filter(new FilterOptions().setHasText(subject)).first().click();
      page.locator("a.action").filter(new FilterOptions().setHasText(button)).click();
      assertThat(Chromium.accessibilityProblems(page)).as(subject).isEmpty();
    }

    void presses(String done) {
      page.click("#submit");
      assertThat(page.locator("h1")).hasText(done);
    }

    void choosesPassword(String password, String done) {
      page.fill("#new_password", password);
      presses(done);
    }

    void forgets() {
      page.navigate(server.issuer() + "/login");
      page.getByText("Forgot your password?").click();
      page.fill("#email", FIRST);
      page.click("#submit");
      assertThat(page.locator("h1")).hasText("Look into your mail");
    }

    void signsIn(String email, String password) {
      page.navigate(server.issuer() + "/login");
      page.fill("#email", email);
      page.fill("#password", password);
      page.click("#submit");
      assertThat(page).hasURL(server.issuer() + "/");
    }

    void wantsAnotherAddress() {
      page.navigate(server.issuer() + "/settings/account");
      page.fill("#new_email", SECOND);
      page.fill("#email-sudo", PASSWORD);
      page.click("#change-email");
      assertThat(page.locator(".notice")).containsText("sent a link to the new address");
    }
  }
}
