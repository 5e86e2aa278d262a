package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.testing.Jwks;
import com.astraof.oauth2.server.testing.TestServer;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Installations whose tokens are signed by one algorithm or another. */
final class SigningAlgorithmStoryTest {
  private static Settings.Keys signing(SigningAlgorithm algorithm) {
    return new Settings.Keys(Optional.empty(), List.of(), algorithm, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  @Rfc(value = 7515, section = "4.1.1")
  @Rfc(value = 7517, section = "4.4")
  @Rfc(value = 9068, section = "2.1")
  void the_whole_flow_runs_and_others_verify_the_tokens(SigningAlgorithm algorithm) {
    try (var server = TestServer.with(signing(algorithm))) {
      var app = server.app();
      var ada = server.user("ada");
      var tokens = app.exchange(ada.approves(app, "identify")).granted();

      assertThat(Jwks.algorithmOf(tokens.access())).isEqualTo(algorithm.wire());
      assertThat(Jwks.of(server).verifies(tokens.access())).isTrue();
      app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
      var fresh = app.refresh(tokens.refresh()).granted();
      app.get("/api/v1/users/@me", fresh.access()).hasStatus(200);
      server.restart();
      app.get("/api/v1/users/@me", fresh.access()).hasStatus(200);
      app.revoke(fresh.refresh()).hasStatus(200);
      app.get("/api/v1/users/@me", fresh.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    }
  }

  @ParameterizedTest
  @EnumSource
  @Attack("T-05")
  void a_token_changed_in_its_signature_is_refused(SigningAlgorithm algorithm) {
    try (var server = TestServer.with(signing(algorithm))) {
      var app = server.app();
      String token = app.accessOf(server.user("ada"), "identify");
      int signature = token.lastIndexOf('.') + 1;

      for (int at = signature; at < token.length(); at += 7) {
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        String changed = token.substring(0, at) + other + token.substring(at + 1);
        app.get("/api/v1/users/@me", changed).deniedWith(401, "INVALID_AUTH_TOKEN");
      }
      String cut = token.substring(0, signature);
      app.get("/api/v1/users/@me", cut).deniedWith(401, "INVALID_AUTH_TOKEN");
    }
  }

  @Test
  void another_algorithm_takes_over_after_a_day_beside_the_old_one() {
    try (var server = TestServer.start()) {
      var app = server.app();
      var ada = server.user("ada");
      String old = app.accessOf(ada, "identify");

      server.restart(() -> signing(SigningAlgorithm.EDDSA));
      assertThat(Jwks.algorithmOf(app.accessOf(ada, "identify"))).isEqualTo("ES256");
      assertThat(Jwks.of(server).set().getKeys().stream().map(JWK::getAlgorithm))
          .extracting("name")
          .containsExactly("ES256", "EdDSA");
      server.clock().advance(Duration.ofDays(1));

      String fresh = app.accessOf(ada, "identify");
      assertThat(Jwks.algorithmOf(fresh)).isEqualTo("EdDSA");
      for (String token : List.of(old, fresh)) {
        app.get("/api/v1/users/@me", token).hasStatus(200);
        assertThat(Jwks.of(server).verifies(token)).isTrue();
      }
    }
  }
}
