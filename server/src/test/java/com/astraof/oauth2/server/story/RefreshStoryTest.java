package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of a refresh token: it turns, forgives a lost answer, and gives a thief away. */
final class RefreshStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  private Tokens signedIn() {
    return app.exchange(ada.approves(app, "identify guilds")).granted();
  }

  @Test
  @Rfc(value = 6749, section = "6")
  void a_chain_of_refreshes_with_the_newest_token_works() {
    var tokens = signedIn();

    for (int i = 0; i < 10; i++) {
      tokens = app.refresh(tokens.refresh()).granted();
    }

    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
  }

  @Test
  @Attack("T-07")
  void a_lost_answer_is_given_again_while_its_token_is_unused() {
    var first = signedIn();
    var lost = app.refresh(first.refresh()).granted();

    server.clock().advance(Duration.ofMinutes(59));
    var again = app.refresh(first.refresh()).granted();

    assertThat(again.refresh()).isEqualTo(lost.refresh());
    app.refresh(again.refresh()).granted();
  }

  @Test
  @Attack("T-07")
  void a_lost_answer_is_given_again_after_a_restart() {
    var first = signedIn();
    var lost = app.refresh(first.refresh()).granted();

    server.restart();

    assertThat(app.refresh(first.refresh()).granted().refresh()).isEqualTo(lost.refresh());
  }

  @Test
  @Rfc(value = 9700, section = "4.14.2")
  @Attack("T-08")
  void a_retired_token_whose_successor_was_used_ends_this_grant_and_no_other() {
    var other = signedIn();
    var first = signedIn();
    var second = app.refresh(first.refresh()).granted();
    var third = app.refresh(second.refresh()).granted();

    app.refresh(first.refresh()).refusedWith("invalid_grant");

    app.refresh(third.refresh()).refusedWith("invalid_grant");
    app.get("/api/v1/users/@me", third.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.get("/api/v1/users/@me", other.access()).hasStatus(200);
    app.refresh(other.refresh()).granted();
  }

  @Test
  @Rfc(value = 9700, section = "4.14.2")
  @Attack("T-08")
  void a_retired_token_after_the_grace_window_ends_the_grant() {
    var first = signedIn();
    var second = app.refresh(first.refresh()).granted();

    server.clock().advance(Duration.ofHours(1));
    app.refresh(first.refresh()).refusedWith("invalid_grant");

    app.refresh(second.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Rfc(value = 9700, section = "2.2.2")
  @Attack("T-08")
  void a_public_app_has_thirty_seconds_to_ask_again() {
    var pocket = server.publicApp("https://app.example/callback");
    var code =
        ada.consents(
                pocket,
                Map.of(
                    "scope", "identify",
                    "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                    "code_challenge_method", "S256"))
            .required("code");
    var verifier = Map.of("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    var first = pocket.exchange(code, verifier).granted();
    var second = pocket.refresh(first.refresh()).granted();

    server.clock().advance(Duration.ofSeconds(29));
    assertThat(pocket.refresh(first.refresh()).granted().refresh()).isEqualTo(second.refresh());
    server.clock().advance(Duration.ofSeconds(1));

    pocket.refresh(first.refresh()).refusedWith("invalid_grant");
    pocket.refresh(second.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Rfc(value = 6749, section = "6")
  @Rfc(value = 6749, section = "10.4")
  @Attack("T-09")
  void another_application_cannot_refresh_and_nothing_is_revoked() {
    var tokens = signedIn();

    server.app().refresh(tokens.refresh()).refusedWith("invalid_grant");

    app.refresh(tokens.refresh()).granted();
  }

  @Test
  @Rfc(value = 6749, section = "6")
  @Attack("T-10")
  void a_refresh_may_narrow_the_access_token_but_never_widen_it() {
    var tokens = signedIn();

    app.refresh(tokens.refresh(), Map.of("scope", "identify email")).refusedWith("invalid_scope");
    app.refresh(tokens.refresh(), Map.of("scope", "nonsense")).refusedWith("invalid_scope");
    var narrow = app.refresh(tokens.refresh(), Map.of("scope", "guilds")).granted();

    assertThat(narrow.scope()).isEqualTo("guilds");
    app.get("/api/v1/users/@me", narrow.access()).deniedWith(403, "ACCESS_DENIED");
    assertThat(app.refresh(narrow.refresh()).granted().scope()).isEqualTo("identify guilds");
  }

  @Test
  @Attack("T-11")
  void sixty_four_threads_with_one_token_all_get_the_same_next() {
    var tokens = signedIn();

    var answers = Together.times(64, () -> app.refresh(tokens.refresh()).granted().refresh());

    assertThat(answers).hasSize(64).containsOnly(answers.getFirst());
    app.refresh(answers.getFirst()).granted();
  }

  @Test
  @Rfc(value = 9700, section = "4.14.2")
  void a_grant_expires_after_180_days_of_silence() {
    var tokens = signedIn();

    server.clock().advance(Duration.ofDays(180));

    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  void a_busy_grant_expires_after_a_year() {
    var tokens = signedIn();
    for (int i = 0; i < 3; i++) {
      server.clock().advance(Duration.ofDays(120));
      tokens = app.refresh(tokens.refresh()).granted();
    }

    server.clock().advance(Duration.ofDays(5));

    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Attack("T-15")
  void a_changed_refresh_token_is_refused_and_nothing_is_revoked() {
    var tokens = signedIn();
    var token = tokens.refresh();

    app.refresh(token.substring(1)).refusedWith("invalid_grant");
    app.refresh(token + "A").refusedWith("invalid_grant");
    app.refresh(tokens.access()).refusedWith("invalid_grant");

    app.refresh(token).granted();
  }

  @Test
  @Rfc(value = 7009, section = "2.1")
  @Rfc(value = 7009, section = "2")
  @Attack("T-12")
  @Spec(value = "FAPI", section = "5.3.4")
  void revoking_the_access_token_ends_the_grant_at_once_and_for_good() {
    var tokens = signedIn();

    app.revoke(tokens.access()).hasStatus(200);

    app.get("/api/v1/users/@me", tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    server.restart();
    app.get("/api/v1/users/@me", tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
  }

  @Test
  @Rfc(value = 7009, section = "2.2")
  @Rfc(value = 7009, section = "2.1")
  @Attack("T-14")
  void revoking_a_foreign_an_unknown_and_a_dead_token_are_answered_alike() {
    var tokens = signedIn();

    server.app().revoke(tokens.refresh()).hasStatus(200);
    app.revoke("unknown").hasStatus(200);
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);

    app.revoke(tokens.refresh()).hasStatus(200);
    app.revoke(tokens.refresh()).hasStatus(200);
    assertThat(app.revoke(tokens.refresh()).body()).isEmpty();
  }
}
