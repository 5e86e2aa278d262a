package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Text that would mean something in SQL means nothing here, wherever it is sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqlInjectionTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");
  private static final List<String> SQL =
      List.of("' or 1=1 --", "1; drop table users", "x' union select 1 --", "%' or '%'='", "1/**/");

  private final TestServer server = TestServer.start();

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Attack("S-04")
  void in_a_path_or_query_it_finds_nothing_and_breaks_nothing() {
    TestUser ada = server.user("ada");
    for (Route route : server.astral().routes().all()) {
      for (String sql : SQL) {
        String encoded = Wire.encode(Map.of("x", sql)).substring(2).replace("+", "%20");
        String path =
            VARIABLE.matcher(route.pattern()).replaceAll(Matcher.quoteReplacement(encoded));
        String query = "?limit=%s&before=%s&after=%s&client_id=%s&user_code=%s";
        var headers =
            Map.of(
                "Authorization",
                ada.session(),
                "Cookie",
                "__Host-astral_session=" + ada.session(),
                "Content-Type",
                "application/json");

        var answer =
            server.wire().send(route.method(), path + query.replace("%s", encoded), "{}", headers);

        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        if (!path.equals(route.pattern())) {
          assertThat(answer.status()).as(answer.toString()).isBetween(300, 499);
        }
      }
      if (route.pattern().endsWith("/auth/logout")) {
        ada = server.user("ada");
      }
    }
  }

  @Test
  @Attack("S-04")
  void in_a_field_it_is_text_and_comes_back_as_it_was() {
    TestUser ada = server.user("ada");
    for (String sql : SQL) {
      TestApp app = ada.registersApp(sql, "confidential", TestApp.REDIRECT_URI);
      var guild = ada.founds(sql);
      String messages = "/api/v1/channels/" + guild.general() + "/messages";

      assertThat(ada.get("/api/v1/oauth2/applications/" + app.id()).text("name")).isEqualTo(sql);
      assertThat(ada.get(guild.path("")).text("name")).isEqualTo(sql);
      assertThat(ada.post(guild.path("/roles"), Map.of("name", sql)).text("name")).isEqualTo(sql);
      ada.post(messages, Map.of("content", sql)).hasStatus(200);
      assertThat(ada.get(messages).json().path(0).path("content").asString()).isEqualTo(sql);
      ada.delete("/api/v1/oauth2/applications/" + app.id(), Map.of("password", TestUser.PASSWORD))
          .hasStatus(204);
    }
  }

  @Test
  @Attack("S-04")
  void as_a_credential_it_lets_nobody_in() {
    TestUser ada = server.user("ada");
    TestApp app = server.app();
    for (String sql : SQL) {
      for (var login :
          List.of(
              Map.of("email", sql, "password", TestUser.PASSWORD),
              Map.of("email", ada.email(), "password", sql + " and more"))) {
        assertThat(ada.post("/api/v1/auth/login", login).status()).isBetween(400, 499);
      }
      app.exchange(sql).refusedWith("invalid_grant");
      app.refresh(sql).refusedWith("invalid_grant");
      app.exchange("x", Map.of("client_id", sql)).refusedWith("invalid_client");
      app.exchange("x", Map.of("client_secret", sql)).refusedWith("invalid_client");
      app.get("/api/v1/users/@me", sql).hasStatus(401);
      server.wire().get("/api/v1/users/@me", Map.of("Authorization", sql)).hasStatus(401);
    }

    ada.get("/api/v1/users/@me").hasStatus(200);
  }
}
