package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.IDENTIFY;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static com.astraof.oauth2.storage.Fixtures.event;
import static com.astraof.oauth2.storage.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore.Adding;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.leaving.Closure;
import com.astraof.oauth2.core.leaving.ClosureStore;
import com.astraof.oauth2.core.leaving.ClosureStore.Closing;
import com.astraof.oauth2.core.leaving.Standing;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that are closed, opened again, or erased. */
abstract class ClosureStoreContract extends StoreContract {
  private static final SecretHash SESSION = SecretHash.of(new Secret("a session of hers"));
  private static final User ME = person(ADA.value(), "ada", 7, "ada@example.org");
  private static final Instant LATER = NOON.plus(Duration.ofDays(14));

  private ClosureStore closures() {
    return storage().closures();
  }

  @BeforeEach
  void register() {
    storage().users().add(ME, new PasswordHash("$argon2id$..."), event(Event.REGISTERED));
  }

  @Test
  void closing_ends_sessions_and_the_access_of_apps_and_lets_none_begin() {
    storage().sessions().open(SESSION, ADA, SignInMethod.BY_PASSWORD, ada(NOON));
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));

    var closing = closures().close(ADA, new Closure(NOON, null), true, ada(NOON));

    assertThat(((Closing.Closed) closing).endings()).hasSize(1);
    assertThat(storage().sessions().find(SESSION)).isEmpty();
    assertThat(storage().consents().find(ADA, APP)).isEmpty();
    assertThat(closures().standing(ADA)).isEqualTo(new Standing.Closed(new Closure(NOON, null)));
    storage().sessions().open(SESSION, ADA, SignInMethod.BY_PASSWORD, ada(NOON));
    assertThat(storage().sessions().find(SESSION)).isEmpty();
  }

  @Test
  void who_comes_back_finds_the_account_as_it_was_but_signed_out() {
    closures().close(ADA, new Closure(NOON, LATER), true, ada(NOON));

    assertThat(closures().reopen(ADA, ada(NOON))).isTrue();

    assertThat(closures().standing(ADA)).isEqualTo(new Standing.Open());
    assertThat(closures().reopen(ADA, ada(NOON))).isFalse();
    assertThat(closures().erase(ADA, LATER)).isFalse();
    assertThat(storage().users().findLogin("ada@example.org")).isPresent();
    storage().sessions().open(SESSION, ADA, SignInMethod.BY_PASSWORD, ada(NOON));
    assertThat(storage().sessions().find(SESSION)).isPresent();
  }

  @Test
  void an_owner_of_guilds_may_be_away_but_not_leave_for_good() {
    Founding.guild(storage(), 500, ME, 10);

    assertThat(closures().close(ADA, new Closure(NOON, LATER), false, ada(NOON)))
        .isInstanceOf(Closing.OwnsGuilds.class);
    assertThat(closures().standing(ADA)).isEqualTo(new Standing.Open());
    assertThat(closures().close(ADA, new Closure(NOON, null), true, ada(NOON)))
        .isInstanceOf(Closing.Closed.class);
  }

  @Test
  void an_account_is_due_when_its_grace_is_over_and_not_before() {
    closures().close(ADA, new Closure(NOON, LATER), false, ada(NOON));

    assertThat(closures().due(LATER.minusMillis(1), 10)).isEmpty();
    assertThat(closures().due(LATER, 10)).containsExactly(ADA);
    assertThat(closures().erase(ADA, LATER.minusMillis(1))).isFalse();
    assertThat(storage().users().find(ADA)).isPresent();
  }

  @Test
  void what_is_erased_tells_nothing_of_the_person_and_frees_the_name_and_the_address() {
    storage().sessions().open(SESSION, ADA, SignInMethod.BY_PASSWORD, ada(NOON));
    closures().close(ADA, new Closure(NOON, LATER), false, ada(NOON));

    assertThat(closures().erase(ADA, LATER)).isTrue();
    assertThat(closures().due(LATER, 10)).as("as long as something is left").containsExactly(ADA);
    assertThat(closures().reopen(ADA, ada(LATER))).isFalse();
    assertThat(closures().forgetPlaces(ADA, 1)).isFalse();
    assertThat(closures().erase(ADA, LATER)).as("once more, by another node").isTrue();
    assertThat(closures().forgetPlaces(ADA, 10)).isTrue();
    assertThat(closures().erase(ADA, LATER)).isFalse();

    assertThat(storage().users().find(ADA)).isEmpty();
    assertThat(closures().due(LATER, 10)).isEmpty();
    assertThat(closures().reopen(ADA, ada(LATER))).isFalse();
    assertThat(storage().audit().of(ADA, Long.MAX_VALUE, 10))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.event().act().from().address()).isEmpty();
              assertThat(entry.event().act().from().device().browser()).isEmpty();
            });
    var namesake = person(2, "ada", 7, "ada@example.org");
    assertThat(storage().users().add(namesake, null, event(Event.REGISTERED)))
        .isEqualTo(Adding.ADDED);
  }
}
