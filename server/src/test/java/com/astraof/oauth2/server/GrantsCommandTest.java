package com.astraof.oauth2.server;

import static com.astraof.oauth2.server.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Operator;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestUser;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code astral grants}, beside a running server. */
final class GrantsCommandTest {
  private static final String ME = "/api/v1/users/@me";

  @TempDir private Path data;
  private Operator operator = new Operator(Path.of(""));

  @BeforeEach
  void start() {
    operator = new Operator(data);
  }

  @Test
  void grants_are_counted_and_those_of_one_user_ended() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      var bob = server.user("bob");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      String hers = app.accessOf(ada, "identify");
      String his = app.accessOf(bob, "identify");

      assertThat(operator.does("grants", "count").lines().toList())
          .satisfiesExactly(
              head -> assertThat(head).matches("GRANTS +COUNT"),
              living -> assertThat(living).matches("living +2"),
              expired -> assertThat(expired).matches("expired +0"),
              ended -> assertThat(ended).matches("ended +0"));
      assertThat(operator.does("grants", "revoke", "--user=" + ada.tag())).startsWith("1 grant is");
      eventually(() -> app.get(ME, hers).status() == 401);
      app.get(ME, his).hasStatus(200);
      assertThat(operator.does("grants", "count", "--application=" + app.id(), "--json"))
          .isEqualToIgnoringNewLines("{\"living\":1,\"expired\":0,\"ended\":1}");
      assertThat(operator.does("grants", "revoke", "--application=" + app.id(), "--json"))
          .isEqualToIgnoringNewLines("{\"grants\":1}");
      eventually(() -> app.get(ME, his).status() == 401);
      assertThat(operator.does("audit", "export")).contains("\"access_ended\",\"by\":\"operator\"");
    }
  }

  @Test
  @Attack("T-12")
  void a_running_server_refuses_all_that_was_issued_until_now() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      var tokens = app.exchange(ada.approves(app, "identify")).granted();

      assertThat(operator.does("grants", "end-before", "1d")).contains("Sessions go on");
      app.refresh(tokens.refresh()).granted();
      String own = app.accessOf(ada, "identify");
      assertThat(operator.does("grants", "end-all", "--sessions", "--json"))
          .contains("\"sessions\":1");

      eventually(() -> app.get(ME, own).status() == 401);
      app.refresh(tokens.refresh()).refusedWith("invalid_grant");
      ada.get(ME).hasStatus(401);
      var again = ada.signsInElsewhere(TestUser.PASSWORD, "Firefox/1");
      eventually(() -> app.exchange(again.approves(app, "identify")).status() == 200);
    }
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    try (var server = ServerProcess.serve(data)) {
      server.stop();
    }

    operator.isRefused("--user, --application or --before", "grants", "revoke");
    operator.isRefused("Nobody is called eve#0001", "grants", "count", "--user=eve#0001");
    operator.isRefused("no application 5", "grants", "revoke", "--application=5");
    operator.isRefused("lies ahead", "grants", "end-before", "2999-01-01");
    operator.isRefused("INSTANT is a date", "grants", "end-before", "yesterday");
    new Operator(data.resolve("empty")).isRefused("no database", "grants", "end-all");
  }
}
