package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of each page, byte by byte. {@code -Dgolden=write} takes what is rendered as right. */
class GoldenPagesTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/com/astraof/oauth2/server/view/golden");
  private static final Map<String, String> PAGES = Variants.rendered();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign-in-refused",
        "sign-in-again",
        "stronger",
        "register-refused",
        "consent-more",
        "consent-optional",
        "consent-described",
        "bot-guilds-many",
        "bot-review-there",
        "bot-done",
        "device-code-refused",
        "device-consent-more",
        "device-done",
        "forgot-refused",
        "forgot-sent",
        "reset",
        "verify",
        "way-back-done",
        "mailbox",
        "permissions",
        "home-signed-in",
        "settings-account",
        "second-step",
        "second-step-for-app",
        "settings-security",
        "settings-authenticator",
        "settings-recovery-codes",
        "settings-activity",
        "settings-authorized-apps",
        "settings-connections",
        "settings-data",
        "settings-sessions",
        "blocked",
        "applications",
        "application-new-refused",
        "application-created",
        "application-general",
        "application-oauth2",
        "application-oauth2-keys",
        "application-bot",
        "application-danger",
        "problem-unknown-client"
      })
  void a_page_is_rendered_as_it_was_reviewed(String name) throws IOException {
    Path golden = FOLDER.resolve(name + ".html");
    String rendered =
        PAGES
            .getOrDefault(name, "")
            .replace(Assets.stylesheet(), "/assets/astral.css")
            .replace(Assets.settingsStylesheet(), "/assets/settings.css")
            .replace(Assets.script(), "/assets/astral.js")
            .replace(Assets.applicationsStylesheet(), "/assets/applications.css")
            .replace(Assets.applicationsScript(), "/assets/applications.js")
            .replace(Assets.passkeysScript(), "/assets/passkeys.js")
            .replace(Assets.favicon(), "/assets/favicon.svg");

    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, rendered);
    }

    assertThat(rendered).isEqualTo(Files.readString(golden));
  }
}
