package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Apps ask, users decide what of it they allow. */
final class GranularConsentStoryTest {
  private static final Map<String, String> YES = Map.of("decision", "approve");

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private String url(String scope, String optional) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", app.id());
    parameters.put("redirect_uri", app.redirectUri());
    parameters.put("response_type", "code");
    parameters.put("scope", scope);
    if (!optional.isEmpty()) {
      parameters.put("optional_scope", optional);
    }
    return "/oauth2/authorize?" + Wire.encode(parameters);
  }

  private Answer arrives(String url) {
    return browser.follow(browser.signIn(ada, url)).hasStatus(200);
  }

  private Answer.Tokens approves(Answer page, Map<String, String> ticked) {
    var fields = new LinkedHashMap<>(YES);
    fields.putAll(ticked);
    var back = browser.submit(page, "/oauth2/authorize/decision", fields).redirectParameters();
    return app.exchange(back.required("code")).granted();
  }

  @Test
  @Rfc(value = 6749, section = "3.3")
  void what_is_unticked_is_not_granted_and_the_app_is_told() {
    Answer page = arrives(url("identify", "email guilds"));

    var tokens = approves(page, Map.of("scope.email", "true"));

    assertThat(tokens.scope()).isEqualTo("identify email");
    app.get("/api/v1/users/@me/guilds", tokens.access()).deniedWith(403, "ACCESS_DENIED");
  }

  @Test
  @Attack("U-05")
  void what_the_app_needs_cannot_be_left_out_nor_something_else_be_ticked() {
    Answer page = arrives(url("identify guilds", "email"));

    assertThat(approves(page, Map.of("scope.connections", "true")).scope())
        .isEqualTo("identify guilds");
  }

  @Test
  void what_was_left_out_is_not_asked_for_again_unless_the_app_insists() {
    approves(arrives(url("identify", "email")), Map.of());

    var back = browser.open(url("identify", "email")).redirectParameters();
    assertThat(app.exchange(back.required("code")).granted().scope()).isEqualTo("identify");

    Answer again = browser.open(url("identify", "email") + "&prompt=consent").hasStatus(200);
    assertThat(approves(again, Map.of("scope.email", "true")).scope()).isEqualTo("identify email");
  }

  @Test
  void who_is_asked_for_more_sees_what_is_new_and_keeps_the_rest() {
    var first = approves(arrives(url("identify", "")), Map.of());

    Answer page = browser.open(url("identify guilds", "")).hasStatus(200);
    assertThat(page.body()).contains("You already let it");
    var second = approves(page, Map.of());

    assertThat(second.scope()).isEqualTo("identify guilds");
    app.get("/api/v1/users/@me", first.access()).hasStatus(200);
    app.get("/api/v1/users/@me/guilds", first.access()).deniedWith(403, "ACCESS_DENIED");
    app.get("/api/v1/users/@me/guilds", second.access()).hasStatus(200);
  }

  @Test
  @Rfc(value = 6749, section = "6")
  @Attack("T-10")
  void no_refresh_gets_back_what_was_left_out() {
    var tokens = approves(arrives(url("identify guilds", "email")), Map.of());

    app.refresh(tokens.refresh(), Map.of("scope", "identify email")).refusedWith("invalid_scope");
    assertThat(app.refresh(tokens.refresh(), Map.of("scope", "identify")).granted().scope())
        .isEqualTo("identify");
  }
}
