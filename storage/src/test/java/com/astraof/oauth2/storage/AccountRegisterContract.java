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
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.leaving.Block;
import com.astraof.oauth2.core.leaving.Closure;
import com.astraof.oauth2.core.leaving.Standing;
import com.astraof.oauth2.core.oversight.AccountRegister;
import com.astraof.oauth2.core.oversight.AccountRegister.Entry;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts as the operator goes through them, blocks and opens them. */
abstract class AccountRegisterContract extends StoreContract {
  private static final SecretHash SESSION = SecretHash.of(new Secret("a session of hers"));
  private static final User ME = person(ADA.value(), "ada", 7, "ada@example.org");
  private static final Instant LATER = NOON.plus(Duration.ofDays(14));
  private static final Block BLOCK = new Block(NOON, "Spam");

  private AccountRegister register() {
    return storage().accountRegister();
  }

  private static Act operator(Instant at) {
    return new Act(new Who.Operator(), Place.TERMINAL, at);
  }

  private void signIn() {
    storage().sessions().open(SESSION, ADA, SignInMethod.BY_PASSWORD, ada(NOON));
  }

  private List<Event> events() {
    return storage().audit().of(ADA, Long.MAX_VALUE, 2).stream()
        .map(entry -> entry.event().what())
        .toList();
  }

  @BeforeEach
  void register_her() {
    storage().users().add(ME, new PasswordHash("$argon2id$..."), event(Event.REGISTERED));
  }

  @Test
  void people_are_listed_by_id_a_portion_at_a_time() {
    User eve = person(ADA.value() + 1, "eve", 7, "eve@example.org");
    storage().users().add(eve, null, event(Event.REGISTERED));

    assertThat(register().after(new UserId(0), 10))
        .extracting(entry -> entry.user().id())
        .containsExactly(ADA, eve.id());
    assertThat(register().after(ADA, 10)).hasSize(1);
    assertThat(register().after(new UserId(0), 1))
        .containsExactly(new Entry(ME, new Standing.Open(), false));
  }

  @Test
  void blocking_ends_everything_once_and_lets_none_begin() {
    signIn();
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));

    assertThat(register().block(ADA, BLOCK, operator(NOON))).isTrue();
    assertThat(register().block(ADA, new Block(LATER, "?"), operator(LATER))).isFalse();

    assertThat(storage().sessions().find(SESSION)).isEmpty();
    assertThat(storage().consents().find(ADA, APP)).isEmpty();
    assertThat(storage().endings().since(NOON)).hasOnlyElementsOfType(Ending.OfConsent.class);
    assertThat(events()).first().isEqualTo(Event.ACCOUNT_BLOCKED);
    assertThat(storage().closures().standing(ADA)).isEqualTo(new Standing.Blocked(BLOCK));
    signIn();
    assertThat(storage().sessions().find(SESSION)).isEmpty();
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));
    assertThat(storage().consents().find(ADA, APP)).isEmpty();
  }

  @Test
  void what_is_blocked_the_owner_does_not_open() {
    storage().closures().close(ADA, new Closure(NOON, null), true, ada(NOON));
    register().block(ADA, BLOCK, operator(NOON));

    assertThat(storage().closures().reopen(ADA, ada(LATER))).isFalse();
    assertThat(register().unblock(ADA, operator(LATER))).isTrue();
    assertThat(register().unblock(ADA, operator(LATER))).isFalse();

    assertThat(events()).first().isEqualTo(Event.ACCOUNT_UNBLOCKED);
    assertThat(storage().closures().standing(ADA)).isInstanceOf(Standing.Closed.class);
    assertThat(storage().closures().reopen(ADA, ada(LATER))).isTrue();
    signIn();
    assertThat(storage().sessions().find(SESSION)).isPresent();
  }

  @Test
  void signing_out_leaves_the_apps_unless_they_are_meant_as_well() {
    signIn();
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));

    register().signOut(ADA, false, operator(NOON));
    assertThat(storage().sessions().find(SESSION)).isEmpty();
    assertThat(storage().consents().find(ADA, APP)).isPresent();

    register().signOut(ADA, true, operator(LATER));
    assertThat(storage().consents().find(ADA, APP)).isEmpty();
    assertThat(events()).containsExactly(Event.SIGNED_OUT_BY_OPERATOR, Event.ALL_ACCESS_ENDED);
  }
}
