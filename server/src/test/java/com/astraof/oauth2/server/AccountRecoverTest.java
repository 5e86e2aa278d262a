package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code astral account recover}, beside a running server. */
final class AccountRecoverTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  private ServerProcess.Run recover(String... arguments) {
    var all = new ArrayList<>(List.of("account", "recover", "--data=" + server.folder()));
    all.addAll(List.of(arguments));
    return ServerProcess.run(Map.of(), all.toArray(String[]::new));
  }

  @Test
  void the_password_alone_signs_in_again_and_every_session_has_ended() {
    AuthenticatorApp.enabledBy(ada, server.clock());

    var run = recover(ada.tag());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("no second factor any more").doesNotContain("Password:");
    ada.get("/api/v1/users/@me").hasStatus(401);
    var again = ada.signsInElsewhere(TestUser.PASSWORD, "Firefox/1");
    var activity = again.get("/api/v1/users/@me/security-activity").hasStatus(200);
    assertThat(activity.body()).contains("account_recovered");
  }

  @Test
  void whoever_is_not_there_is_not_recovered() {
    var run = recover("nobody#0001");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Nobody is called nobody#0001");
  }
}
