package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Walks every route: nobody gets in without what its access asks for, and no method is forgotten.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RouteTableTest {
  private final TestServer server = TestServer.start();
  private final List<Route> routes = server.astral().routes().all();

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer call(Route route, String method, Map<String, String> headers) {
    String path = route.pattern().replace("{id}", "1");
    boolean hasBody = method.equals("POST");
    var withType = new HashMap<>(headers);
    if (hasBody) {
      withType.put(
          "Content-Type",
          route.access() instanceof Access.Actor
              ? "application/json"
              : "application/x-www-form-urlencoded");
    }
    return server.wire().send(method, path, hasBody ? "x=y" : "", withType);
  }

  @Test
  void a_stranger_gets_into_nothing_that_asks_who_calls() {
    for (Route route : routes) {
      switch (route.access()) {
        case Access.Actor _ -> {
          call(route, route.method(), Map.of()).deniedWith(401, "UNAUTHORIZED");
          for (String token : List.of("Bearer x", "Bot 1.x", "ast_" + "x".repeat(36))) {
            call(route, route.method(), Map.of("Authorization", token))
                .deniedWith(401, "INVALID_AUTH_TOKEN");
          }
        }
        case Access.Client _ -> call(route, route.method(), Map.of()).refusedWith("invalid_client");
        case Access.Anyone _, Access.Browser _ ->
            assertThat(call(route, route.method(), Map.of()).status()).isLessThan(500);
      }
    }
  }

  @Test
  @Attack("U-20")
  void an_access_token_opens_exactly_the_routes_that_name_its_scope() {
    var app = server.app();
    var everything = "identify email guilds guilds.join connections messages.read";
    var tokens = app.exchange(server.user("ada").approves(app, everything)).granted();
    var bearer = Map.of("Authorization", "Bearer " + tokens.access());

    for (Route route : routes) {
      if (route.access() instanceof Access.Actor(var _, var scopes)) {
        int status = call(route, route.method(), bearer).status();
        assertThat(status == 401).as(route.toString()).isEqualTo(scopes.isEmpty());
      }
    }
  }

  @Test
  @Attack("S-10")
  void every_other_method_is_405_and_names_what_is_allowed() {
    for (Route route : routes) {
      for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
        Answer answer = call(route, method, Map.of());

        answer.hasStatus(405);
        assertThat(answer.header("Allow").orElseThrow()).contains(route.method());
      }
    }
  }

  @Test
  void every_answer_carries_the_headers_that_all_must() {
    for (Route route : routes) {
      call(route, route.method(), Map.of())
          .hasHeader("X-Content-Type-Options", "nosniff")
          .hasHeader("Referrer-Policy", "no-referrer")
          .hasHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
