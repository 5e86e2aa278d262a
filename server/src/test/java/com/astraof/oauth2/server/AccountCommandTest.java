package com.astraof.oauth2.server;

import static com.astraof.oauth2.server.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Operator;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestUser;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code astral account}, beside a running server. */
final class AccountCommandTest {
  private static final String ME = "/api/v1/users/@me";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path data;
  private Operator operator = new Operator(Path.of(""));

  @BeforeEach
  void start() {
    operator = new Operator(data);
  }

  @Test
  void people_are_listed_and_shown() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      server.user("bob");
      ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);

      assertThat(operator.does("account", "list").lines().toList())
          .hasSize(3)
          .first()
          .asString()
          .matches("ID +STATE +2FA +CREATED +NAME");
      assertThat(operator.does("account", "list", "--name=ADA@").lines().toList())
          .hasSize(2)
          .last()
          .asString()
          .matches(ada.id() + " +open +no +\\S+Z +" + ada.tag());
      assertThat(operator.does("account", "list", "--name=bob", "--json"))
          .contains("\"state\":\"open\",\"two_factor\":false");
      assertThat(operator.does("account", "show", ada.email())).contains("ada@example.org");
      var shown = JSON.readTree(operator.does("account", "show", ada.id(), "--json"));
      assertThat(shown.path("applications").asInt()).isEqualTo(1);
      assertThat(shown.path("sessions").asInt()).isEqualTo(1);
      operator.isRefused("Nobody is called eve#0001", "account", "show", "eve#0001");
    }
  }

  @Test
  @Attack("T-12")
  void a_running_server_lets_nobody_into_a_blocked_account() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      var tokens = app.exchange(ada.approves(app, "identify")).granted();

      assertThat(operator.does("account", "disable", ada.tag(), "--reason=Spam"))
          .contains("is blocked");
      ada.get(ME).hasStatus(401);
      eventually(() -> app.get(ME, tokens.access()).status() == 401);
      app.refresh(tokens.refresh()).refusedWith("invalid_grant");
      assertThat(operator.does("account", "list")).contains("blocked");
      assertThat(operator.does("account", "disable", ada.id(), "--reason=Again", "--json"))
          .contains("\"changed\":false");

      assertThat(operator.does("account", "enable", ada.id())).contains("may sign in again");
      var again = ada.signsInElsewhere(TestUser.PASSWORD, "Firefox/1");
      app.exchange(again.approves(app, "identify")).granted();
      assertThat(operator.does("audit", "list", "--user=" + ada.id(), "--event=account_blocked"))
          .contains("account_blocked")
          .contains("operator");
    }
  }

  @Test
  void sessions_end_and_apps_stay_unless_they_are_meant() {
    try (var server = ServerProcess.serve(data)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      String token = app.accessOf(ada, "identify");

      operator.does("account", "sign-out", ada.id());
      ada.get(ME).hasStatus(401);
      app.get(ME, token).hasStatus(200);
      operator.does("account", "sign-out", ada.id(), "--apps");
      eventually(() -> app.get(ME, token).status() == 401);

      String said = operator.does("account", "new-password", ada.id(), "--json");
      String password = JSON.readTree(said).path("password").asString();
      ada.signsInElsewhere(password, "Firefox/1").get(ME).hasStatus(200);
      String login =
          "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(ada.email(), TestUser.PASSWORD);
      server.wire().json("/api/v1/auth/login", login, Map.of()).hasStatus(400);
    }
  }
}
