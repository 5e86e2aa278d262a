package com.astraof.oauth2.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentTicketsTest {
  private static final Instant NOW = TestClock.START;
  private static final Session SESSION = session("ada's laptop");

  private final Entropy entropy = new SeededEntropy(1);
  private final ConsentTickets tickets =
      new ConsentTickets(MasterKeys.of(MasterKey.generate(entropy)), entropy);

  @Test
  @Attack("U-05")
  void a_ticket_holds_the_very_request_that_was_shown() {
    Property.forAll(
        300,
        gen -> {
          var base = gen.coin() ? Asking.open() : Asking.confidential();
          var shown = base.with("state", "s" + gen.unicode(200)).understood();

          var answered = tickets.open(tickets.issue(shown, SESSION, NOW), SESSION, NOW);

          assertThat(Asking.REQUESTS.read(answered.orElseThrow().parameters(), NOW))
              .isEqualTo(new Reading.Understood(shown));
        });
  }

  @Test
  @Attack("U-05")
  void another_session_cannot_answer_even_of_the_same_user() {
    String ticket = tickets.issue(Asking.open().understood(), SESSION, NOW);

    assertThat(tickets.open(ticket, session("ada's phone"), NOW)).isEmpty();
  }

  @Test
  @Attack("U-05")
  void a_ticket_changed_in_any_way_does_not_open() {
    String ticket = tickets.issue(Asking.open().understood(), SESSION, NOW);

    Property.forAll(
        1_000,
        gen -> {
          assertThat(tickets.open(gen.mutated(ticket), SESSION, NOW)).isEmpty();
          assertThat(tickets.open(gen.garbage(), SESSION, NOW)).isEmpty();
        });
  }

  @Test
  @Attack("U-05")
  void a_ticket_lives_for_an_hour() {
    String ticket = tickets.issue(Asking.open().understood(), SESSION, NOW);
    Instant end = NOW.plus(Duration.ofHours(1));

    assertThat(tickets.open(ticket, SESSION, end.minusMillis(1))).isPresent();
    assertThat(tickets.open(ticket, SESSION, end)).isEmpty();
  }

  @Test
  void a_ticket_of_another_installation_does_not_open() {
    var elsewhere = new ConsentTickets(MasterKeys.of(MasterKey.generate(entropy)), entropy);
    String ticket = elsewhere.issue(Asking.open().understood(), SESSION, NOW);

    assertThat(tickets.open(ticket, SESSION, NOW)).isEmpty();
  }

  private static Session session(String token) {
    var tag = new Tag(new Username("ada"), 1);
    var ada = User.person(new UserId(1), tag, null, null, NOW);
    return new Session(
        SecretHash.of(new Secret(token)),
        ada,
        Place.TERMINAL,
        new Authentication(NOW, SignInMethod.BY_PASSWORD),
        new Session.Life(NOW, NOW, null));
  }
}
