package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The documentation of the scopes is written from the route table that guards the endpoints. {@code
 * -Dgolden=write} writes it anew.
 */
final class ScopeTableTest {
  private static final Path PAGE = Path.of("../docs/apps/scopes.md");
  private static final String API = "/api/v1";
  private static final String HEAD =
      """
      # Scopes

      What an access token opens. Each endpoint asks for the scope when it is called, and for what the user may do at
      that moment: who has left a guild or may not see a channel any more takes the app's view of it along. Elsewhere
      an access token is refused with 401; without the scope the answer is 403.

      | scope | opens |
      |---|---|
      """;
  private static final String FOOT =
      """

      \\* With your bot's token in the header and the user's access token as `access_token` in the body.

      `bot` is no scope of a token: it [adds the bot](bots.md). `applications.commands` comes along with it and opens
      nothing yet.
      """;

  @Test
  void the_documentation_names_what_each_scope_opens() throws IOException {
    String written;
    try (var server = TestServer.start()) {
      written = HEAD + rows(server.astral().routes().all()) + FOOT;
    }

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }

  private static String rows(List<Route> routes) {
    return Stream.of(Scope.values())
        .filter(scope -> scope != Scope.BOT && scope != Scope.APPLICATIONS_COMMANDS)
        .map(scope -> "| `" + scope.wire() + "` | " + opens(scope, routes) + " |\n")
        .collect(Collectors.joining("", "| any | " + each(routes, Scopes.NONE) + " |\n", ""));
  }

  private static String opens(Scope scope, List<Route> routes) {
    return scope == Scope.GUILDS_JOIN
        ? "`PUT " + API + GuildRoutes.MEMBER + "`\\*"
        : each(routes, Scopes.of(scope));
  }

  private static String each(List<Route> routes, Scopes scope) {
    return routes.stream()
        .filter(route -> route.pattern().startsWith(API + "/"))
        .filter(
            route ->
                switch (route.access()) {
                  case Access.Actor(var scopes) -> opens(scopes, scope) && !scope.isEmpty();
                  case Access.App(var scopes) -> opens(scopes, scope);
                  case Access.Anyone _,
                      Access.Client _,
                      Access.Browser _,
                      Access.Person _,
                      Access.Bot _ ->
                      false;
                })
        .map(route -> "`" + route.method() + " " + route.pattern() + "`")
        .sorted()
        .collect(Collectors.joining("<br>"));
  }

  private static boolean opens(Scopes needed, Scopes scope) {
    return scope.isEmpty() ? needed.isEmpty() : needed.containsAll(scope);
  }
}
