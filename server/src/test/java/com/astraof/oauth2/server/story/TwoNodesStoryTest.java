package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database, as one to whoever calls them. */
final class TwoNodesStoryTest {
  private static final int NODE_BITS_FROM = 12;
  private static final int NODE_MASK = 0x3ff;

  private final TestServer first = TestServer.start();
  private final TestServer second = TestServer.anotherNodeOf(first);

  @AfterEach
  void stop() {
    second.close();
    first.close();
  }

  private static long nodeOf(String id) {
    return Long.parseLong(id) >> NODE_BITS_FROM & NODE_MASK;
  }

  @Test
  void ids_carry_the_number_of_the_node_that_made_them() {
    assertThat(nodeOf(first.user("ada").id())).isZero();
    assertThat(nodeOf(second.user("grace").id())).isEqualTo(1);
  }

  @Test
  void a_code_is_exchanged_once_whichever_node_is_asked() {
    var app = first.app();
    var there = new TestApp(second, app.id(), app.secret(), app.redirectUri());
    var code = first.user("ada").approves(app, "identify");

    var statuses =
        Together.times(20, number -> (number % 2 == 0 ? app : there).exchange(code).status());

    assertThat(statuses).containsOnlyOnce(200);
  }

  @Test
  void what_one_node_gave_out_the_other_refreshes_and_serves() {
    var app = first.app();
    var there = new TestApp(second, app.id(), app.secret(), app.redirectUri());
    var tokens = app.exchange(first.user("ada").approves(app, "identify")).granted();

    var refreshed = there.refresh(tokens.refresh()).granted();

    app.get("/api/v1/users/@me", refreshed.access()).hasStatus(200);
  }

  @Test
  void access_taken_back_once_more_elsewhere_is_over_there_at_once() {
    var ada = first.user("ada");
    var app = first.app();
    var there = new TestUser(second, ada.name(), ada.email(), ada.id(), ada.session());
    var token = app.accessOf(ada, "identify");
    String authorization = "/api/v1/oauth2/@me/authorizations/" + app.id();

    ada.delete(authorization).hasStatus(204);
    there.delete(authorization).hasStatus(204);

    var elsewhere = new TestApp(second, app.id(), app.secret(), app.redirectUri());
    elsewhere.get("/api/v1/users/@me", token).hasStatus(401);
  }
}
