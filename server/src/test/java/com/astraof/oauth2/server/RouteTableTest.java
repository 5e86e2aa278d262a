package com.astraof.oauth2.server;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Walks every route: nobody gets in without what its access asks for, and no method is forgotten.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RouteTableTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");

  private final TestServer server = TestServer.start();
  private final List<Route> routes = server.astral().routes().all();

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer call(Route route, String method, Map<String, String> headers) {
    String path = VARIABLE.matcher(route.pattern()).replaceAll("1");
    boolean hasBody = method.equals("POST") || method.equals("PATCH");
    var withType = new HashMap<>(headers);
    if (hasBody) {
      withType.put(
          "Content-Type",
          switch (route.access()) {
            case Access.Actor _, Access.Person _, Access.App _, Access.Bot _ -> "application/json";
            case Access.Anyone _, Access.Browser _, Access.Client _ ->
                "application/x-www-form-urlencoded";
          });
    }
    return server.wire().send(method, path, hasBody ? "x=y" : "", withType);
  }

  @Test
  void a_stranger_gets_into_nothing_that_asks_who_calls() {
    for (Route route : routes) {
      switch (route.access()) {
        case Access.Actor _, Access.Person _ ->
            asksWho(route, "UNAUTHORIZED", "INVALID_AUTH_TOKEN");
        case Access.Bot _ when route.pattern().endsWith("/gateway/bot") ->
            asksWho(route, "MISSING_AUTHORIZATION", "INVALID_AUTH_TOKEN");
        case Access.App _, Access.Bot _ -> asksWho(route, "UNAUTHORIZED", "INVALID_TOKEN");
        case Access.Client _ -> call(route, route.method(), Map.of()).refusedWith("invalid_client");
        case Access.Anyone _, Access.Browser _ ->
            assertThat(call(route, route.method(), Map.of()).status()).isLessThan(500);
      }
    }
  }

  private void asksWho(Route route, String missing, String refusal) {
    call(route, route.method(), Map.of()).deniedWith(401, missing);
    for (String token : List.of("Bearer x", "Bot 1.x", "ast_" + "x".repeat(36))) {
      call(route, route.method(), Map.of("Authorization", token)).deniedWith(401, refusal);
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
      switch (route.access()) {
        case Access.Actor(var scopes) -> isOpen(route, bearer, !scopes.isEmpty());
        case Access.App _ -> isOpen(route, bearer, true);
        case Access.Person _, Access.Bot _ -> isOpen(route, bearer, false);
        case Access.Anyone _, Access.Browser _, Access.Client _ -> {}
      }
    }
  }

  private void isOpen(Route route, Map<String, String> bearer, boolean expected) {
    int status = call(route, route.method(), bearer).status();
    assertThat(status != 401).as(route.toString()).isEqualTo(expected);
  }

  @Test
  @Attack("S-10")
  void every_other_method_is_405_and_names_what_is_allowed() {
    Map<String, List<Route>> byPattern = routes.stream().collect(groupingBy(Route::pattern));
    for (List<Route> here : byPattern.values()) {
      List<String> allowed = here.stream().map(Route::method).toList();
      var others = new ArrayList<>(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"));
      others.removeAll(allowed);
      for (String method : others) {
        Answer answer = call(here.getFirst(), method, Map.of());

        answer.hasStatus(405);
        assertThat(answer.header("Allow").orElseThrow().split(", ")).containsAll(allowed);
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
