package com.astraof.oauth2.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device shows a code, and its owner takes it to a real browser. */
final class DeviceInBrowserTest {
  private final Chromium chromium = Chromium.launch();
  private final TestServer server = TestServer.onLocalhost();
  private final BrowserContext browser = chromium.browser().newContext();
  private final Page page = browser.newPage();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final Answer device = app.startsOnDevice("identify guilds").hasStatus(200);

  @AfterEach
  void stop() {
    chromium.close();
    server.close();
  }

  private void follows(String address) {
    page.navigate(address);
    page.fill("#email", ada.email());
    page.fill("#password", TestUser.PASSWORD);
    page.click("#submit");
    isAccessible();
  }

  private void isAccessible() {
    assertThat(Chromium.accessibilityProblems(page)).as(page.url()).isEmpty();
  }

  @Test
  @Rfc(value = 8628, section = "3.3")
  void who_types_the_code_and_says_yes_lets_the_device_in() {
    follows(device.text("verification_uri"));
    page.fill("#user_code", device.text("user_code").replace("-", "").toLowerCase(Locale.ROOT));
    page.keyboard().press("Enter");

    assertThat(page.locator("h1")).containsText("Stargazer");
    assertThat(page.locator(".user-code")).hasText(device.text("user_code"));
    isAccessible();
    page.click("#approve");

    assertThat(page.locator("h1")).hasText("You can go back to your device");
    isAccessible();
    assertThat(app.poll(device.text("device_code")).granted().scope()).isEqualTo("identify guilds");
  }

  @Test
  @Rfc(value = 8628, section = "3.3.1")
  void who_scans_the_code_compares_it_and_may_say_no() {
    follows(device.text("verification_uri_complete"));
    assertThat(page.locator("#user_code")).hasValue(device.text("user_code"));
    page.click("#submit");
    page.click("#deny");

    assertThat(page.locator("h1")).hasText("Nothing was allowed");
    app.poll(device.text("device_code")).refusedWith("access_denied");
  }
}
