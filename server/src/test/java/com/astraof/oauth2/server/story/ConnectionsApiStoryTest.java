package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.connection.Provider.ClientAuth;
import com.astraof.oauth2.server.connection.Providers;
import com.astraof.oauth2.server.testing.Linker;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestService;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code GET /users/@me/connections}: what an app with {@code connections} sees. */
final class ConnectionsApiStoryTest {
  private static final String PATH = "/api/v1/users/@me/connections";

  private final TestService service = new TestService();
  private final TestServer server =
      TestServer.with(
          settings ->
              settings.with(new Providers(List.of(service.as("stars", "Stars", ClientAuth.FORM)))));
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final Linker browser = Linker.of(server, ada);

  @AfterEach
  void stop() {
    server.close();
    service.close();
  }

  private void setVisibility(String visibility) {
    var fields = Map.of("type", "stars", "account", "1", "visibility", visibility);
    browser.browser().submitOn(Linker.PAGE, Linker.PAGE + "/visibility", fields).redirect();
  }

  @Test
  void an_app_with_the_scope_sees_what_is_linked() {
    String token = app.accessOf(ada, "connections");
    assertThat(app.get(PATH, token).hasStatus(200).body()).isEqualTo("[]");

    browser.links("stars");

    assertThat(app.get(PATH, token).hasStatus(200).hasHeader("Cache-Control", "no-store").body())
        .isEqualTo(
            "[{\"id\":\"1\",\"name\":\"Vega\",\"type\":\"stars\",\"verified\":true,\"visibility\":1,"
                + "\"revoked\":false,\"show_activity\":false,\"two_way_link\":false}]");
    assertThat(app.get("/api/users/@me/connections", token).json().size()).isEqualTo(1);
  }

  @Test
  void what_is_hidden_is_seen_by_its_owner_alone() {
    String token = app.accessOf(ada, "connections");
    browser.links("stars");

    setVisibility("0");
    assertThat(app.get(PATH, token).body()).isEqualTo("[]");
    assertThat(ada.get(PATH).json().path(0).path("visibility").asInt()).isZero();
    assertThat(browser.page()).contains("Hidden from apps", "Show to apps");

    setVisibility("1");
    assertThat(app.get(PATH, token).json().size()).isEqualTo(1);
  }

  @Test
  @Attack("U-20")
  void without_the_scope_or_the_grant_nothing_is_seen() {
    String other = app.accessOf(ada, "identify email guilds");
    String token = app.accessOf(ada, "connections");
    browser.links("stars");

    app.get(PATH, other).deniedWith(403, "ACCESS_DENIED");
    ada.delete("/api/v1/oauth2/@me/authorizations/" + app.id()).hasStatus(204);
    app.get(PATH, token).deniedWith(401, "INVALID_AUTH_TOKEN");
  }

  @Test
  void a_session_sees_its_own_and_a_bot_none() {
    browser.links("stars");

    assertThat(ada.get(PATH).json().size()).isEqualTo(1);
    assertThat(server.user("grace").get(PATH).hasStatus(200).body()).isEqualTo("[]");
    app.bot().get(PATH).deniedWith(403, "ACCESS_DENIED");
  }
}
