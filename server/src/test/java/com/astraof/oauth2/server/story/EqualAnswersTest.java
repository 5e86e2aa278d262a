package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestServer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever guesses learns nothing from the way in which a guess is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EqualAnswersTest {
  private final TestServer server = TestServer.start();

  @AfterAll
  void stop() {
    server.close();
  }

  private static Set<String> said(List<Answer> answers) {
    var said = new LinkedHashSet<String>();
    answers.forEach(answer -> said.add(answer.status() + " " + answer.body()));
    return said;
  }

  /** One character in the middle is another. */
  private static String changed(String token) {
    int middle = token.length() / 2;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    return token.substring(0, middle) + other + token.substring(middle + 1);
  }

  @Test
  @Attack("T-15")
  void a_refresh_token_that_nobody_has_is_refused_like_one_that_somebody_else_has() {
    var app = server.app();
    var other = server.app();
    var mine = app.exchange(server.user("ada").approves(app, "identify")).granted();
    var foreign = other.exchange(server.user("ada").approves(other, "identify")).granted();

    var answers =
        List.of(
            app.refresh(changed(mine.refresh())),
            app.refresh(mine.refresh() + "A"),
            app.refresh(foreign.refresh()),
            app.refresh(changed(foreign.refresh())),
            app.refresh(mine.access()),
            app.refresh("A".repeat(mine.refresh().length())),
            app.refresh("x"));

    answers.forEach(answer -> answer.refusedWith("invalid_grant"));
    assertThat(said(answers)).hasSize(1);
  }

  @Test
  @Attack("T-15")
  void a_code_that_nobody_has_is_refused_like_one_that_somebody_else_has() {
    var app = server.app();
    var other = server.app();
    String foreign = server.user("ada").approves(other, "identify");

    var answers = List.of(app.exchange(foreign), app.exchange(changed(foreign)), app.exchange("x"));

    answers.forEach(answer -> answer.refusedWith("invalid_grant"));
    assertThat(said(answers)).hasSize(1);
  }

  @Test
  @Attack("T-15")
  void giving_back_a_token_tells_nothing_of_it() {
    var app = server.app();
    var other = server.app();
    var foreign = other.exchange(server.user("ada").approves(other, "identify")).granted();

    var answers =
        List.of(
            app.revoke(foreign.refresh()),
            app.revoke(foreign.access()),
            app.revoke(changed(foreign.refresh())),
            app.revoke("x"));

    assertThat(said(answers)).containsExactly("200 ");
  }

  @Test
  @Attack("A-01")
  @Attack("A-10")
  void an_unknown_client_is_refused_like_a_wrong_secret() {
    var app = server.app();
    var other = server.app();

    var answers =
        List.of(
            app.exchange("x", Map.of("client_secret", changed(app.secret()))),
            app.exchange("x", Map.of("client_secret", other.secret())),
            app.exchange("x", Map.of("client_id", "1")),
            app.exchange("x", Map.of("client_id", "0" + app.id())),
            app.exchange("x", Map.of("client_id", "nobody")));

    answers.forEach(answer -> answer.refusedWith("invalid_client"));
    assertThat(said(answers)).hasSize(1);
  }

  @Test
  @Attack("T-15")
  void a_bearer_token_is_refused_alike_whatever_is_wrong_with_it() {
    var app = server.app();
    var tokens = app.exchange(server.user("ada").approves(app, "identify")).granted();
    app.revoke(tokens.refresh()).hasStatus(200);
    String me = "/api/v1/users/@me";

    var answers =
        List.of(
            app.get(me, tokens.access()),
            app.get(me, changed(tokens.access())),
            app.get(me, tokens.refresh()),
            app.get(me, "x"));

    answers.forEach(answer -> answer.deniedWith(401, "INVALID_AUTH_TOKEN"));
    assertThat(said(answers)).hasSize(1);
  }
}
