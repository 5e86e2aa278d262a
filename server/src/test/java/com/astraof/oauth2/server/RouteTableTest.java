package com.astraof.oauth2.server;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
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

  private static final Scopes EVERYTHING =
      Scopes.of(Scope.values()).minus(Scopes.of(Scope.BOT, Scope.APPLICATIONS_COMMANDS));

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
  @Rfc(value = 9700, section = "2.3")
  @Attack("U-20")
  void an_access_token_opens_exactly_the_routes_that_name_its_scope() {
    var app = server.app();
    var bearer = bearer(app.accessOf(server.user("ada"), EVERYTHING.toString()));

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
  @Rfc(value = 6750, section = "3.1")
  void without_its_scope_an_access_token_is_told_what_it_lacks() {
    var app = server.app();
    var ada = server.user("ada");
    for (Route route : routes) {
      Scopes needed = neededBy(route);
      if (!needed.isEmpty()) {
        String others = EVERYTHING.minus(needed).toString();
        var answer = call(route, route.method(), bearer(app.accessOf(ada, others)));

        answer.deniedWith(403, "ACCESS_DENIED");
        assertThat(answer.header("WWW-Authenticate").orElseThrow())
            .contains("error=\"insufficient_scope\"", "scope=\"" + needed + "\"");
      }
    }
  }

  @Test
  @Attack("T-12")
  void a_revoked_access_token_opens_nothing() {
    var app = server.app();
    String token = app.accessOf(server.user("ada"), EVERYTHING.toString());
    var bearer = bearer(token);
    app.revoke(token).hasStatus(200);

    for (Route route : routes) {
      if (!neededBy(route).isEmpty() || route.access() instanceof Access.App) {
        isOpen(route, bearer, false);
      }
    }
  }

  private static Scopes neededBy(Route route) {
    return switch (route.access()) {
      case Access.Actor(var scopes) -> scopes;
      case Access.App(var scopes) -> scopes;
      case Access.Anyone _, Access.Client _, Access.Browser _, Access.Person _, Access.Bot _ ->
          Scopes.NONE;
    };
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
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
  @Spec(value = "FAPI", section = "5.2.3")
  void every_answer_carries_the_headers_that_all_must() {
    for (Route route : routes) {
      call(route, route.method(), Map.of())
          .hasHeader("X-Content-Type-Options", "nosniff")
          .hasHeader("Referrer-Policy", "no-referrer")
          .hasHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
