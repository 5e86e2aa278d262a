package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Rate;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Walks every route with limits that allow one request: the second is one too many. */
final class LimitedRoutesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What costs next to nothing and is asked for by every page or library. */
  private static final Pattern UNLIMITED =
      Pattern.compile("/(assets|avatars|banners|icons|\\.well-known)/");

  @Test
  void every_route_has_a_limit_but_files_and_documents() {
    var one = new EnumMap<Limit, Rate>(Limit.class);
    for (Limit limit : Limit.values()) {
      one.put(limit, new Rate(limit == Limit.GLOBAL ? 10_000 : 1, MINUTE));
    }
    try (var server = TestServer.with(new Rates(true, one))) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      String bearer = "Bearer " + app.accessOf(ada, "identify email guilds messages.read");
      for (Route route : server.astral().routes().all()) {
        var headers = new HashMap<String, String>();
        tokenFor(route.access(), ada.session(), bearer, "Bot " + app.botToken())
            .ifPresent(token -> headers.put("Authorization", token));
        isLimited(server, route, headers);
      }
    }
  }

  private static Optional<String> tokenFor(
      Access access, String session, String bearer, String bot) {
    return switch (access) {
      case Access.Actor _, Access.Person _ -> Optional.of(session);
      case Access.App _ -> Optional.of(bearer);
      case Access.Bot _ -> Optional.of(bot);
      case Access.Anyone _, Access.Browser _, Access.Client _ -> Optional.empty();
    };
  }

  private static void isLimited(TestServer server, Route route, Map<String, String> headers) {
    boolean isApi =
        route.pattern().startsWith("/api") && !(route.access() instanceof Access.Client);
    headers.put("Content-Type", isApi ? "application/json" : "application/x-www-form-urlencoded");
    String path = route.pattern().replaceAll("\\{[a-z]+}", "1");
    String body = route.method().equals("GET") ? "" : "{}";
    server.wire().send(route.method(), path, body, headers);

    Answer again = server.wire().send(route.method(), path, body, headers);

    assertThat(again.status() == 429)
        .as(again.toString())
        .isNotEqualTo(UNLIMITED.matcher(route.pattern()).lookingAt());
  }
}
