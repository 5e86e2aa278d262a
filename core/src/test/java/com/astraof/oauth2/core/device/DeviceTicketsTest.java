package com.astraof.oauth2.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceTicketsTest {
  private static final Instant NOW = TestClock.START;
  private static final Session SESSION = session("ada's laptop");

  private final SeededEntropy entropy = new SeededEntropy(1);
  private final DeviceTickets tickets =
      new DeviceTickets(MasterKeys.of(MasterKey.generate(entropy)), entropy);
  private final GrantId shown = GrantId.generate(entropy);

  @Test
  @Attack("U-05")
  void a_ticket_names_what_was_shown_to_the_session_that_saw_it() {
    String ticket = tickets.issue(shown, SESSION);

    assertThat(tickets.open(ticket, SESSION)).contains(shown);
    assertThat(tickets.open(ticket, session("ada's phone"))).isEmpty();
  }

  @Test
  @Attack("U-05")
  void a_ticket_changed_in_any_way_does_not_open() {
    String ticket = tickets.issue(shown, SESSION);

    Property.forAll(
        1_000,
        gen -> {
          assertThat(tickets.open(gen.mutated(ticket), SESSION)).isEmpty();
          assertThat(tickets.open(gen.garbage(), SESSION)).isEmpty();
        });
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
