package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.storage.Patience;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.testing.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code astral registration}, as an operator meets it. */
final class RegistrationCommandTest {
  @TempDir private Path data;

  @BeforeEach
  void makeDatabase() {
    Storage.open(TestEngine.configured().address(data), Patience.NONE).close();
  }

  private ServerProcess.Run registration(String... arguments) {
    var all = new ArrayList<>(List.of("registration"));
    all.addAll(List.of(arguments));
    all.add("--data=" + data);
    return ServerProcess.run(Map.of(), all.toArray(String[]::new));
  }

  private boolean isInvited(String token, Instant at) {
    try (var storage = Storage.existing(TestEngine.configured().address(data))) {
      return storage.registrations().isInvited(SecretHash.of(new Secret(token)), at);
    }
  }

  @Test
  void a_token_is_shown_once_lasts_some_days_and_can_be_ended() {
    Instant now = Surroundings.real().clock().instant();
    var made = registration("--uses=2", "--days=3");
    assertThat(made.exitCode()).as(made.err()).isZero();
    String token = made.out().strip();

    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(isInvited(token, now.plus(Duration.ofDays(3)).minusSeconds(60))).isTrue();
    assertThat(isInvited(token, now.plus(Duration.ofDays(4)))).isFalse();

    assertThat(registration("--end-all").exitCode()).isZero();
    assertThat(isInvited(token, now)).isFalse();
  }

  @Test
  void a_program_learns_how_often_and_how_long_a_token_works() {
    var made = new JsonMapper().readTree(registration("--uses=2", "--json").out());

    assertThat(made.path("token").asString()).matches("[A-Za-z0-9_-]{43}");
    assertThat(made.path("uses").asInt()).isEqualTo(2);
    var expiry = Instant.parse(made.path("expires_at").asString());
    assertThat(isInvited(made.path("token").asString(), expiry.minusSeconds(1))).isTrue();
    assertThat(registration("--end-all", "--json").out())
        .isEqualToIgnoringNewLines("{\"ended\":true}");
  }

  @Test
  void what_cannot_be_is_told() {
    var none = registration("--uses=0");

    assertThat(none.exitCode()).isEqualTo(Main.CANNOT_START);
    assertThat(none.err()).contains("1 to 100000 apps");
  }
}
