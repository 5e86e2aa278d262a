package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Developer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walks the pages of one application: who gets in, and which forms count. */
final class ApplicationRoutesTest {
  private static final String ROOT = "/settings/applications/{id}";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final Developer developer = Developer.of(server, ada, app);

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> endings(String method) {
    var endings =
        server.astral().routes().all().stream()
            .filter(route -> route.method().equals(method))
            .map(Route::pattern)
            .filter(pattern -> pattern.startsWith(ROOT))
            .map(pattern -> pattern.substring(ROOT.length()))
            .toList();
    assertThat(endings).isNotEmpty();
    return endings;
  }

  private String stored() {
    return ada.get("/api/v1/oauth2/applications/" + app.id()).hasStatus(200).body();
  }

  @Test
  @Attack("U-20")
  void somebody_elses_application_looks_like_one_that_never_was() {
    String before = stored();
    var mallory = Developer.of(server, server.user("mallory"), app);
    var browser = mallory.browser();
    Answer page = browser.open("/settings/applications");
    var fields =
        Map.of(
            "name",
            "Mine",
            "redirect_uri",
            "https://evil.example",
            "client_type",
            "public",
            "confirm",
            "true",
            "user",
            "mallory",
            "sudo_password",
            TestUser.PASSWORD);

    String nothing = browser.open("/settings/applications/1").hasStatus(404).body();
    for (String ending : endings("GET")) {
      assertThat(mallory.open(ending).hasStatus(404).body()).isEqualTo(nothing);
    }
    for (String ending : endings("POST")) {
      if (isUpload(ending)) {
        mallory.upload(ending, "icon", "x", mallory.formToken()).hasStatus(404);
        continue;
      }
      assertThat(browser.submit(page, mallory.path(ending), fields).hasStatus(404).body())
          .isEqualTo(nothing);
      browser.submit(page, "/settings/applications/x" + ending, fields).hasStatus(404);
    }

    assertThat(stored()).isEqualTo(before);
  }

  private static boolean isUpload(String ending) {
    return ending.equals("/icon") || ending.equals("/bot/avatar");
  }

  @Test
  @Attack("U-01")
  void a_form_without_the_pages_own_token_changes_nothing() {
    String before = stored();
    Answer page = developer.open("");

    for (String ending : endings("POST")) {
      if (isUpload(ending)) {
        developer.upload(ending, "icon", "x", "guessed").hasStatus(403);
        continue;
      }
      var forged = Map.of("form_token", "guessed", "sudo_password", TestUser.PASSWORD);
      developer.browser().submit(page, developer.path(ending), forged).hasStatus(403);
    }

    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void whoever_is_not_signed_in_signs_in_first() {
    var stranger = new TestBrowser(server);

    for (String ending : endings("GET")) {
      String path = developer.path(ending);
      assertThat(stranger.open(path).redirect().toString())
          .isEqualTo("/login?return_to=" + path.replace("/", "%2F"));
    }
    Answer form = stranger.submit(stranger.open("/login"), developer.path("/delete"), Map.of());
    assertThat(form.redirect().toString())
        .isEqualTo("/login?return_to=" + developer.path("/danger").replace("/", "%2F"));
  }
}
