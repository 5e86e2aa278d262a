package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.Operator;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account that the operator closed. */
final class BlockedAccountStoryTest {
  private static final String ME = "/api/v1/users/@me";
  private static final String REASON = "Sent <b>spam</b>";

  private final TestServer server = TestServer.start();
  private final Operator operator = new Operator(server.folder());
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  private void block() {
    operator.does("account", "disable", ada.id(), "--reason=" + REASON);
  }

  private Answer login(String password) {
    String body =
        "{\"email\": \"%s\", \"password\": \"%s\", \"reopen\": true}"
            .formatted(ada.email(), password);
    return server.wire().json("/api/v1/auth/login", body, Map.of());
  }

  @Test
  void its_owner_cannot_open_it_and_a_stranger_does_not_learn_of_it() {
    block();

    login("not the password").hasStatus(400);
    Answer refused = login(TestUser.PASSWORD).deniedWith(403, "ACCOUNT_DISABLED");
    assertThat(refused.text("reason")).isEqualTo(REASON);
    ada.get(ME).hasStatus(401);

    operator.does("account", "enable", ada.id());
    login(TestUser.PASSWORD).hasStatus(200);
  }

  @Test
  void the_page_says_so_after_the_whole_sign_in_and_not_before() {
    AuthenticatorApp.enabledBy(ada, server.clock());
    block();

    Answer step = new TestBrowser(server).signIn(ada, "/");
    assertThat(step.body()).doesNotContain("blocked");
    operator.does("account", "recover", ada.id());
    Answer told = new TestBrowser(server).signIn(ada, "/").hasStatus(403);

    assertThat(told.body())
        .contains("This account is blocked", "Sent &lt;b&gt;spam&lt;/b&gt;")
        .doesNotContain("/reopen");
  }

  @Test
  void its_own_applications_go_on() {
    var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
    var bob = server.user("bob");
    block();

    String token = app.accessOf(bob, "identify");
    app.get(ME, token).hasStatus(200);
  }
}
