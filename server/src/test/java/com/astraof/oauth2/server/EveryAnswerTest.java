package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.RawWire;
import com.astraof.oauth2.server.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Walks every route: what holds for all answers, whatever is asked for and by whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryAnswerTest {
  private static final String ORIGIN = "https://stargazer.example";

  private final TestServer server = TestServer.start();
  private final List<Route> routes = server.astral().routes().all();

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer send(String method, Route route, Map<String, String> headers) {
    return server.wire().send(method, path(route), "", headers);
  }

  private static String path(Route route) {
    return route.pattern().replaceAll("\\{[a-z]+}", "1");
  }

  @Test
  @Rfc(value = 9700, section = "2.6")
  @Attack("S-08")
  void scripts_of_other_sites_read_what_no_cookie_stands_behind_and_nothing_else() {
    for (Route route : routes) {
      Answer answer = send(route.method(), route, Map.of("Origin", ORIGIN));

      var allowed = answer.headers("Access-Control-Allow-Origin");
      assertThat(allowed)
          .as(route.toString())
          .isEqualTo(route.access().isForScripts() ? List.of("*") : List.of());
      assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }
  }

  @Test
  @Attack("S-08")
  @Attack("S-10")
  void a_preflight_is_answered_where_scripts_may_call_and_is_405_elsewhere() {
    for (Route route : routes) {
      var asks = Map.of("Origin", ORIGIN, "Access-Control-Request-Method", route.method());

      Answer answer = send("OPTIONS", route, asks);

      assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
      if (route.access().isForScripts()) {
        answer.hasStatus(204).hasHeader("Access-Control-Allow-Origin", "*");
        answer.hasHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, DPoP");
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow().split(", "))
            .contains(route.method());
      } else {
        answer.hasStatus(405);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
      }
    }
  }

  @Test
  @Attack("S-10")
  void an_options_that_is_no_preflight_is_405() {
    String token = "/api/v1/oauth2/token";
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(),
            Map.of("Origin", ORIGIN),
            Map.of("Access-Control-Request-Method", "POST"),
            Map.of("Origin", ORIGIN, "Access-Control-Request-Method", "DELETE"))) {
      server.wire().send("OPTIONS", token, "", headers).hasStatus(405).hasHeader("Allow", "POST");
    }
  }

  @Test
  @Attack("S-10")
  void trace_and_what_nobody_knows_are_405_and_no_header_makes_one_method_another() {
    for (Route route : routes) {
      for (String method : List.of("TRACE", "PROPFIND")) {
        send(method, route, Map.of()).hasStatus(405);
      }
    }
    String token = "/api/v1/oauth2/token";
    for (String override :
        List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
      server.wire().get(token + "?_method=POST", Map.of(override, "POST")).hasStatus(405);
    }
  }

  @Test
  @Attack("S-09")
  void nothing_is_kept_but_what_is_the_same_for_everybody() {
    var ada = server.user("ada");
    var somebody =
        Map.of(
            "Origin",
            ORIGIN,
            "Cookie",
            "__Host-astral_session=" + ada.session() + "; __Host-astral_theme=dark",
            "Accept-Language",
            "ru",
            "Authorization",
            ada.session());
    for (Route route : routes) {
      Answer answer = send(route.method(), route, Map.of());

      String kept = answer.header("Cache-Control").orElseThrow();
      if (!kept.equals("no-store")) {
        assertThat(kept).startsWith("public, ");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(send(route.method(), route, somebody).body()).isEqualTo(answer.body());
      }
    }
  }

  @Test
  @Attack("S-01")
  void whatever_a_request_says_of_the_host_is_nowhere_in_the_answer() {
    String forged =
        """
         HTTP/1.1
        Host: evil.example
        X-Forwarded-Host: evil.example
        X-Forwarded-Server: evil.example
        X-Forwarded-Proto: http
        X-Forwarded-Port: 666
        X-Forwarded-Prefix: /evil.example
        X-Original-URL: /evil.example
        Forwarded: host=evil.example;proto=http
        Connection: close

        """
            .replace("\n", "\r\n");
    for (Route route : routes) {
      if (route.method().equals("GET")) {
        String answer = RawWire.untilClosed(server.astral().port(), "GET " + path(route) + forged);

        assertThat(answer).as(route.toString()).startsWith("HTTP/1.1 ").doesNotContain("evil");
        assertThat(answer).doesNotContain("Location: http");
      }
    }
  }

  @Test
  @Attack("S-06")
  void no_path_leads_out_of_what_is_served() {
    for (String folder : List.of("/assets/", "/avatars/1/", "/icons/1/", "/")) {
      for (String way :
          List.of(
              "../master.key",
              "..%2fmaster.key",
              "%2e%2e/master.key",
              "%2e%2e%2fmaster.key",
              "..\\master.key",
              "....//master.key",
              "%c0%ae%c0%ae/master.key",
              "..;/master.key",
              "../../../../../../../../etc/passwd",
              "/etc/passwd",
              "master.key%00.css")) {
        String request =
            "GET " + folder + way + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertThat(RawWire.untilClosed(server.astral().port(), request))
            .as(folder + way)
            .containsPattern("^HTTP/1.1 4[0-9]{2}")
            .doesNotContain("root:");
      }
    }
  }
}
