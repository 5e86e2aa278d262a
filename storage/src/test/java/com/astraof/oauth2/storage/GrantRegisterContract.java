package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.HOME;
import static com.astraof.oauth2.storage.Fixtures.IDENTIFY;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static com.astraof.oauth2.storage.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantEnder;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantRegister;
import com.astraof.oauth2.core.grant.GrantRegister.Count;
import com.astraof.oauth2.core.grant.GrantRegister.Wanted;
import com.astraof.oauth2.core.grant.GrantStore.Advance;
import com.astraof.oauth2.core.grant.GrantSweep;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.lease.Portion;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.SeededEntropy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every engine keeps about counting and ending grants. */
abstract class GrantRegisterContract extends StoreContract {
  private static final Lifetimes LIFETIMES = Lifetimes.DOCUMENTED;
  private static final Wanted ALL = new Wanted(null, null, null);
  private static final UserId BOB = new UserId(2);
  private static final ApplicationId OTHER = new ApplicationId(200);

  private static final Duration DAY = Duration.ofDays(1);

  private final SeededEntropy entropy = new SeededEntropy(7);

  private GrantRegister register() {
    return storage().grantRegister();
  }

  private static Act operator(Instant at) {
    return new Act(new Who.Operator(), Place.TERMINAL, at);
  }

  private Grant opened(UserId user, ApplicationId application, Instant at) {
    var since = storage().consents().approve(user, application, IDENTIFY, ada(NOON)).since();
    var grant =
        Grant.opened(
            GrantId.generate(entropy), user, application, IDENTIFY, new Approval(since, null), at);
    storage().grants().open(grant);
    return grant;
  }

  private Advance refresh(Grant grant, Instant at) {
    return storage().grants().advance(grant.id(), grant.generation(), at, LIFETIMES);
  }

  @Test
  void grants_are_counted_by_whose_they_are_and_whether_they_live() {
    opened(ADA, APP, NOON);
    opened(ADA, OTHER, NOON);
    opened(BOB, APP, NOON.minus(LIFETIMES.refreshIdle()));

    assertThat(register().count(ALL, LIFETIMES, NOON)).isEqualTo(new Count(2, 1, 0));
    assertThat(register().count(new Wanted(BOB, null, null), LIFETIMES, NOON))
        .isEqualTo(new Count(0, 1, 0));
    assertThat(register().count(new Wanted(ADA, OTHER, null), LIFETIMES, NOON))
        .isEqualTo(new Count(1, 0, 0));
    assertThat(register().count(new Wanted(null, null, NOON), LIFETIMES, NOON))
        .isEqualTo(new Count(0, 1, 0));

    storage().consents().withdraw(ADA, APP, ada(NOON));

    assertThat(register().count(ALL, LIFETIMES, NOON)).isEqualTo(new Count(1, 1, 1));
  }

  @Test
  void the_operator_ends_what_is_wanted_and_it_is_audited_one_by_one() {
    Grant first = opened(ADA, APP, NOON);
    Grant second = opened(ADA, OTHER, NOON);
    Grant kept = opened(BOB, APP, NOON);
    Instant later = NOON.plusSeconds(60);

    int ended = new GrantEnder(register(), () -> later).revoke(new Wanted(ADA, null, null));

    assertThat(ended).isEqualTo(2);
    assertThat(refresh(first, later)).isInstanceOf(Advance.Stands.class);
    assertThat(refresh(kept, later)).isInstanceOf(Advance.Advanced.class);
    assertThat(storage().endings().since(later))
        .containsExactlyInAnyOrder(
            new Ending.OfGrant(first.id(), later), new Ending.OfGrant(second.id(), later));
    assertThat(storage().audit().of(ADA, Long.MAX_VALUE, 2))
        .extracting(entry -> entry.event().what())
        .containsOnly(Event.ACCESS_ENDED);
    assertThat(new GrantEnder(register(), () -> later).revoke(ALL)).isEqualTo(1);
    assertThat(register().standing(ALL, null, 10)).isEmpty();
  }

  @Test
  void more_grants_than_one_portion_holds_are_all_ended() {
    for (int i = 0; i < 501; i++) {
      opened(ADA, APP, NOON);
    }

    assertThat(new GrantEnder(register(), () -> NOON).revoke(ALL)).isEqualTo(501);
  }

  @Test
  void grants_of_which_no_token_is_good_any_more_are_forgotten_in_portions() {
    Instant idle = NOON.minus(LIFETIMES.refreshIdle()).minus(LIFETIMES.access()).minus(DAY);
    for (int i = 0; i < 1_000; i++) {
      opened(ADA, APP, idle.minusMillis(1));
    }
    Grant atTheHorizon = opened(ADA, APP, idle);
    Grant ended = opened(ADA, OTHER, NOON.minus(LIFETIMES.access()).minus(DAY).minusMillis(1));
    storage()
        .grants()
        .revoke(ended.id(), RevocationReason.OPERATOR_ENDED, operator(ended.life().openedAt()));
    Grant endedLater = opened(BOB, OTHER, NOON.minus(LIFETIMES.access()));
    storage()
        .grants()
        .revoke(
            endedLater.id(),
            RevocationReason.OPERATOR_ENDED,
            operator(endedLater.life().openedAt()));
    Grant living = opened(BOB, APP, NOON);
    var sweep = new GrantSweep(register(), LIFETIMES);

    Portion first = sweep.sweep(NOON);
    Portion second = sweep.sweep(NOON);

    assertThat(first.isMoreLeft()).isTrue();
    assertThat(second.isMoreLeft()).isFalse();
    assertThat(first.done() + second.done()).isEqualTo(1_001);
    assertThat(storage().grants().find(ended.id())).isEmpty();
    assertThat(List.of(atTheHorizon, endedLater, living))
        .allSatisfy(kept -> assertThat(storage().grants().find(kept.id())).isPresent());
    assertThat(sweep.sweep(NOON.plus(DAY).minusMillis(1)).done()).isZero();
    assertThat(sweep.sweep(NOON.plus(DAY)).done()).isEqualTo(1);
  }

  @Test
  @Attack("T-17")
  void what_was_opened_before_the_instant_has_ended_and_what_comes_after_has_not() {
    Grant before = opened(ADA, APP, NOON.minusMillis(1));
    Grant after = opened(ADA, OTHER, NOON);
    Instant now = NOON.plusSeconds(60);

    new GrantEnder(register(), () -> now).endBefore(NOON);

    Instant ended = now.plusSeconds(2);
    assertThat(refresh(before, now)).isInstanceOf(Advance.Stands.class);
    assertThat(storage().grants().find(before.id()).orElseThrow().life().revokedAt())
        .isEqualTo(ended);
    assertThat(refresh(after, now)).isInstanceOf(Advance.Advanced.class);
    assertThat(register().count(ALL, LIFETIMES, now)).isEqualTo(new Count(1, 0, 1));
    assertThat(storage().endings().since(ended.plus(Duration.ofDays(400))))
        .containsExactly(new Ending.OfEverything(NOON, ended));
  }

  @Test
  void an_earlier_instant_takes_nothing_back() {
    Grant grant = opened(ADA, APP, NOON.minusSeconds(1));
    register().endEverything(NOON, NOON, operator(NOON));

    register().endEverything(NOON.minusSeconds(9), NOON.plusSeconds(9), operator(NOON));
    register().endEverything(NOON, NOON.plusSeconds(10), operator(NOON));
    restart();

    assertThat(refresh(grant, NOON)).isInstanceOf(Advance.Stands.class);
    assertThat(storage().endings().since(NOON))
        .containsExactly(new Ending.OfEverything(NOON, NOON.plusSeconds(10)));
  }

  @Test
  void it_stands_in_the_audit_log_and_is_nobodys_own() {
    register().endEverything(NOON, NOON, operator(NOON));

    var entries = new ArrayList<AuditEvent>();
    storage().audit().export(NOON, entry -> entries.add(entry.event()));
    assertThat(entries)
        .containsExactly(AuditEvent.everybody(Event.ALL_ACCESS_ENDED, operator(NOON)));
  }

  @Test
  void sessions_end_by_when_they_were_opened_some_at_a_time() {
    storage().users().add(person(1, "ada", 1, null), null, Fixtures.event(Event.REGISTERED));
    for (int i = 0; i < 3; i++) {
      open(i, NOON.minusSeconds(1));
    }
    open(3, NOON);

    assertThat(storage().sessions().endOpenedBefore(NOON, 2)).isEqualTo(2);
    assertThat(storage().sessions().endOpenedBefore(NOON, 2)).isEqualTo(1);
    assertThat(storage().sessions().of(ADA)).hasSize(1);
  }

  private void open(int number, Instant at) {
    var token = SecretHash.of(new Secret("session " + number));
    var act = new Act(new Who.Person(ADA), HOME, at);
    storage().sessions().open(token, ADA, Set.of(SignInMethod.PASSWORD), act);
  }
}
