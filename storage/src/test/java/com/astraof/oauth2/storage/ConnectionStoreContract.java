package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.connection.Connection;
import com.astraof.oauth2.core.connection.ConnectionStore.Linking;
import com.astraof.oauth2.core.connection.OutsideAccount;
import com.astraof.oauth2.core.connection.Visibility;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections, and the attempts to make some. */
abstract class ConnectionStoreContract extends StoreContract {
  private static final UserId GRACE = new UserId(2);
  private static final OutsideAccount VEGA = new OutsideAccount("stars", "v-1", "Vega");
  private static final SecretHash STATE = SecretHash.of(new Secret("state"));
  private static final SecretHash SESSION = SecretHash.of(new Secret("session"));
  private static final Instant LATER = NOON.plus(Duration.ofMinutes(10));

  private Linking link(UserId user, OutsideAccount account, int most) {
    return storage().connections().link(user, account, most, Fixtures.ada(NOON));
  }

  private List<Event> audited() {
    return storage().audit().of(ADA, Long.MAX_VALUE, 10).stream()
        .map(entry -> entry.event().what())
        .toList();
  }

  @Test
  void what_is_linked_is_found_after_a_restart_and_audited() {
    assertThat(link(ADA, VEGA, 20)).isEqualTo(Linking.LINKED);
    restart();

    assertThat(storage().connections().of(ADA))
        .containsExactly(new Connection(VEGA, Visibility.EVERYONE, NOON));
    assertThat(storage().connections().of(GRACE)).isEmpty();
    assertThat(audited()).containsExactly(Event.CONNECTION_LINKED);
  }

  @Test
  void what_is_linked_again_takes_its_new_name_and_stays_hidden() {
    link(ADA, VEGA, 20);
    storage().connections().show(ADA, "stars", "v-1", Visibility.NOBODY);
    var renamed = new OutsideAccount("stars", "v-1", "Alpha Lyrae");

    assertThat(link(ADA, renamed, 1)).isEqualTo(Linking.KNOWN);
    assertThat(storage().connections().of(ADA))
        .containsExactly(new Connection(renamed, Visibility.NOBODY, NOON));
    assertThat(audited()).containsExactly(Event.CONNECTION_LINKED);
  }

  @Test
  void an_outside_account_has_one_user() {
    link(GRACE, VEGA, 20);

    assertThat(link(ADA, VEGA, 20)).isEqualTo(Linking.TAKEN);
    assertThat(storage().connections().of(ADA)).isEmpty();
    assertThat(audited()).isEmpty();
  }

  @Test
  void nobody_links_more_than_they_may() {
    link(ADA, VEGA, 1);

    var deneb = new OutsideAccount("stars", "d-1", "Deneb");
    assertThat(link(ADA, deneb, 1)).isEqualTo(Linking.TOO_MANY);
    assertThat(link(ADA, deneb, 2)).isEqualTo(Linking.LINKED);
  }

  @Test
  void what_is_unlinked_is_gone_and_others_may_link_it() {
    link(ADA, VEGA, 20);

    storage().connections().unlink(GRACE, "stars", "v-1", Fixtures.ada(NOON));
    assertThat(storage().connections().of(ADA)).hasSize(1);
    storage().connections().unlink(ADA, "stars", "v-1", Fixtures.ada(NOON));
    storage().connections().unlink(ADA, "stars", "v-1", Fixtures.ada(NOON));

    assertThat(storage().connections().of(ADA)).isEmpty();
    assertThat(link(GRACE, VEGA, 20)).isEqualTo(Linking.LINKED);
    assertThat(audited()).containsExactly(Event.CONNECTION_UNLINKED, Event.CONNECTION_LINKED);
  }

  @Test
  void nobody_shows_or_hides_what_is_not_theirs() {
    link(ADA, VEGA, 20);

    storage().connections().show(GRACE, "stars", "v-1", Visibility.NOBODY);

    assertThat(storage().connections().of(ADA)).allMatch(Connection::isVisible);
  }

  @Test
  void an_attempt_is_taken_once() {
    storage().linkAttempts().add(STATE, SESSION, "stars", NOON, LATER);

    assertThat(take(STATE, SESSION, "stars", NOON)).isTrue();
    assertThat(take(STATE, SESSION, "stars", NOON)).isFalse();
  }

  @Test
  void an_attempt_is_for_its_own_session_and_service_and_for_its_time() {
    var other = SecretHash.of(new Secret("other"));
    storage().linkAttempts().add(STATE, SESSION, "stars", NOON, LATER);

    assertThat(take(other, SESSION, "stars", NOON)).isFalse();
    assertThat(take(STATE, other, "stars", NOON)).isFalse();
    assertThat(take(STATE, SESSION, "moons", NOON)).isFalse();
    assertThat(take(STATE, SESSION, "stars", LATER)).isFalse();
    assertThat(take(STATE, SESSION, "stars", LATER.minusMillis(1))).isTrue();
  }

  @Test
  void a_new_attempt_sweeps_out_those_that_are_late() {
    storage().linkAttempts().add(STATE, SESSION, "stars", NOON, LATER);
    var next = SecretHash.of(new Secret("next"));

    storage().linkAttempts().add(next, SESSION, "stars", LATER, LATER.plusSeconds(1));

    assertThat(take(STATE, SESSION, "stars", NOON)).isFalse();
    assertThat(take(next, SESSION, "stars", LATER)).isTrue();
  }

  private boolean take(SecretHash state, SecretHash session, String type, Instant now) {
    return storage().linkAttempts().take(state, session, type, now);
  }
}
