package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.factor.FactorStore;
import com.astraof.oauth2.core.factor.FactorStore.Sealed;
import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.factor.Passkey;
import com.astraof.oauth2.core.factor.PasskeyStore.Adding;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Authenticator apps, recovery codes and passkeys. */
abstract class FactorStoreContract extends StoreContract {
  private static final UserId GRACE = new UserId(2);
  private static final SecretHash CODE = SecretHash.of(new Secret("one"));
  private static final SecretHash OTHER = SecretHash.of(new Secret("another"));
  private static final Sealed APP = new Sealed(ADA, "envelope", 7);

  private FactorStore factors() {
    return storage().factors();
  }

  private static Passkey passkey(String id, UserId user, long counter) {
    return new Passkey(id, user, "Key", new Passkey.Key("cose", counter, false), NOON, null);
  }

  private Adding add(String id, UserId user) {
    return storage().passkeys().add(passkey(id, user, 0), List.of(CODE), 2, ada(NOON));
  }

  private List<Event> audited() {
    return storage().audit().of(ADA, Long.MAX_VALUE, 10).stream()
        .map(entry -> entry.event().what())
        .toList();
  }

  @Test
  void an_app_is_set_up_once_and_found_after_a_restart() {
    assertThat(factors().enable(APP, 5, List.of(CODE, OTHER), ada(NOON))).isTrue();
    assertThat(factors().enable(new Sealed(ADA, "x", 7), 5, List.of(), ada(NOON))).isFalse();
    restart();

    assertThat(factors().totp(ADA)).contains(APP);
    assertThat(factors().of(ADA)).isEqualTo(new Factors(true, 0, 2));
    assertThat(factors().of(GRACE)).isEqualTo(new Factors(false, 0, 0));
    assertThat(audited()).containsExactly(Event.AUTHENTICATOR_APP_ADDED);
  }

  @Test
  void a_step_is_used_once_and_none_before_it_after() {
    factors().enable(APP, 5, List.of(), ada(NOON));

    assertThat(factors().useStep(ADA, 5)).isFalse();
    assertThat(factors().useStep(ADA, 7)).isTrue();
    assertThat(factors().useStep(ADA, 7)).isFalse();
    assertThat(factors().useStep(ADA, 6)).isFalse();
    assertThat(factors().useStep(GRACE, 9)).isFalse();
  }

  @Test
  void a_recovery_code_is_used_once_and_goes_with_the_last_factor() {
    factors().enable(APP, 5, List.of(CODE, OTHER), ada(NOON));

    assertThat(factors().useCode(GRACE, CODE, ada(NOON))).isFalse();
    assertThat(factors().useCode(ADA, CODE, ada(NOON))).isTrue();
    assertThat(factors().useCode(ADA, CODE, ada(NOON))).isFalse();
    assertThat(add("key", ADA)).isEqualTo(Adding.FURTHER);
    assertThat(factors().disable(ADA, ada(NOON))).isTrue();
    assertThat(factors().disable(ADA, ada(NOON))).isFalse();
    assertThat(factors().of(ADA)).isEqualTo(new Factors(false, 1, 1));
    storage().passkeys().remove(ADA, "key", ada(NOON));
    assertThat(factors().of(ADA)).isEqualTo(new Factors(false, 0, 0));
  }

  @Test
  void passkeys_are_added_up_to_a_number_and_belong_to_one() {
    assertThat(add("one", ADA)).isEqualTo(Adding.FIRST);
    assertThat(add("one", GRACE)).isEqualTo(Adding.TAKEN);
    assertThat(add("two", ADA)).isEqualTo(Adding.FURTHER);
    assertThat(add("three", ADA)).isEqualTo(Adding.TOO_MANY);
    storage().passkeys().rename(GRACE, "one", "Hers");
    storage().passkeys().remove(GRACE, "one", ada(NOON));

    assertThat(storage().passkeys().of(ADA))
        .containsExactly(passkey("one", ADA, 0), passkey("two", ADA, 0));
    assertThat(factors().of(ADA)).isEqualTo(new Factors(false, 2, 1));
  }

  @Test
  void a_counter_only_grows_unless_it_is_not_counted() {
    add("one", ADA);
    var passkeys = storage().passkeys();

    assertThat(passkeys.use("one", 0, NOON)).isTrue();
    assertThat(passkeys.use("one", 4, NOON)).isTrue();
    assertThat(passkeys.use("one", 4, NOON)).isFalse();
    assertThat(passkeys.use("one", 0, NOON)).isFalse();
    assertThat(passkeys.find("one").orElseThrow().lastUsedAt()).isEqualTo(NOON);
  }

  @Test
  void a_user_keeps_the_first_handle() {
    assertThat(storage().passkeys().handle(ADA, "first")).isEqualTo("first");
    assertThat(storage().passkeys().handle(ADA, "second")).isEqualTo("first");
  }

  @Test
  void what_is_sealed_under_another_key_is_found_and_replaced_once() {
    factors().enable(APP, 5, List.of(), ada(NOON));
    factors().enable(new Sealed(GRACE, "hers", 8), 5, List.of(), ada(NOON));
    var fresh = new Sealed(ADA, "fresh", 8);

    assertThat(factors().notUnder(8, Long.MIN_VALUE, 10)).containsExactly(APP);
    factors().reseal(APP, fresh);
    factors().reseal(APP, new Sealed(ADA, "late", 9));

    assertThat(factors().totp(ADA)).contains(fresh);
    assertThat(factors().notUnder(8, Long.MIN_VALUE, 10)).isEmpty();
  }

  @Test
  void the_operator_takes_everything_away() {
    factors().enable(APP, 5, List.of(CODE), ada(NOON));
    add("one", ADA);

    factors().recover(ADA, ada(NOON));

    assertThat(factors().of(ADA)).isEqualTo(new Factors(false, 0, 0));
    assertThat(audited().getFirst()).isEqualTo(Event.ACCOUNT_RECOVERED);
  }
}
