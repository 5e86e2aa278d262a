package com.astraof.oauth2.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import java.net.URI;
import java.util.Map;

/** A user before her browser, signed in, who says yes to whatever an app asks for. */
final class Ada {
  private final TestServer server;
  private final TestBrowser browser;

  Ada(TestServer server) {
    this.server = server;
    this.browser = new TestBrowser(server);
    browser.signIn(server.user("ada"), "/").hasStatus(303);
  }

  /** Opens the address that a library has built; where her answer leads. */
  URI approves(URI asked) {
    assertThat(asked.toString()).startsWith(server.issuer() + "/");
    Answer page = browser.open(asked.getRawPath() + "?" + asked.getRawQuery());
    if (page.status() == 303) {
      return page.redirect();
    }
    page.hasStatus(200);
    var yes = Map.of("decision", "approve");
    return browser.submit(page, "/oauth2/authorize/decision", yes).redirect();
  }

  /** Enters the code that a device shows. */
  void enters(String userCode) {
    Answer page = browser.open("/activate").hasStatus(200);
    Answer asks = browser.submit(page, "/activate", Map.of("user_code", userCode)).hasStatus(200);
    browser.submit(asks, "/activate/decision", Map.of("decision", "approve")).hasStatus(200);
  }

  /** The API knows by the access token that this is her. */
  void isNamedBy(String accessToken) {
    assertThat(me(accessToken).hasStatus(200).text("username")).isEqualTo("ada");
  }

  /** The API does not take the access token, or no longer. */
  void isNotNamedBy(String accessToken) {
    me(accessToken).hasStatus(401);
  }

  private Answer me(String accessToken) {
    var authorization = Map.of("Authorization", "Bearer " + accessToken);
    return server.wire().get("/api/v1/users/@me", authorization);
  }
}
