package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.IDENTIFY;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.GrantStore.Advance;
import com.astraof.oauth2.core.grant.GrantStore.Opening;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The counter that everything hangs off. */
abstract class GrantStoreContract extends StoreContract {
  private static final Lifetimes LIFETIMES = Lifetimes.DOCUMENTED;

  private GrantStore grants() {
    return storage().grants();
  }

  private Grant opened() {
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));
    Grant grant = Fixtures.grant();
    assertThat(grants().open(grant)).isEqualTo(new Opening.Opened(grant));
    return grant;
  }

  @Test
  void a_grant_opens_once() {
    Grant grant = opened();

    assertThat(grants().open(grant)).isEqualTo(new Opening.AlreadyOpen(grant.id()));
    assertThat(grants().find(grant.id())).contains(grant);
  }

  @Test
  @Attack("C-11")
  void a_grant_does_not_open_without_the_consent_that_its_code_was_issued_under() {
    assertThat(grants().open(Fixtures.grant())).isEqualTo(new Opening.ConsentWithdrawn());

    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON.plusMillis(1)));
    assertThat(grants().open(Fixtures.grant())).isEqualTo(new Opening.ConsentWithdrawn());
  }

  @Test
  void a_grant_advances_only_from_the_generation_at_which_it_stands() {
    Grant grant = opened();
    Instant later = NOON.plusSeconds(5);

    var first = grants().advance(grant.id(), 0, later, LIFETIMES);
    var again = grants().advance(grant.id(), 0, later.plusSeconds(1), LIFETIMES);
    var tooFar = grants().advance(grant.id(), 7, later, LIFETIMES);

    assertThat(first).isInstanceOf(Advance.Advanced.class);
    Grant now = grants().find(grant.id()).orElseThrow();
    assertThat(now.generation()).isEqualTo(1);
    assertThat(now.life().renewedAt()).isEqualTo(later);
    assertThat(again).isEqualTo(new Advance.Stands(now));
    assertThat(tooFar).isEqualTo(new Advance.Stands(now));
  }

  @Test
  void a_revoked_an_expired_and_a_missing_grant_do_not_advance() {
    Grant grant = opened();
    Instant idle = NOON.plus(LIFETIMES.refreshIdle());

    assertThat(grants().advance(grant.id(), 0, idle, LIFETIMES)).isInstanceOf(Advance.Stands.class);
    grants().revoke(grant.id(), RevocationReason.APP_REVOKED, ada(NOON));
    assertThat(grants().advance(grant.id(), 0, NOON, LIFETIMES)).isInstanceOf(Advance.Stands.class);
    assertThat(grants().advance(Fixtures.grant().id(), 0, NOON, LIFETIMES))
        .isEqualTo(new Advance.Missing());
  }

  @Test
  void a_revocation_keeps_its_first_instant_and_is_found_by_it() {
    Grant grant = opened();
    opened();

    grants().revoke(grant.id(), RevocationReason.CODE_REPLAYED, ada(NOON.plusSeconds(1)));
    grants().revoke(grant.id(), RevocationReason.APP_REVOKED, ada(NOON.plusSeconds(9)));

    var ending = new Ending.OfGrant(grant.id(), NOON.plusSeconds(1));
    assertThat(storage().endings().since(NOON)).containsExactly(ending);
    assertThat(storage().endings().since(NOON.plusSeconds(2))).isEmpty();
    assertThat(storage().audit().of(ADA, Long.MAX_VALUE, 10))
        .extracting(entry -> entry.event().what())
        .containsExactly(Event.CODE_REPLAYED, Event.ACCESS_APPROVED, Event.ACCESS_APPROVED);
  }

  @Test
  @Attack("C-11")
  void a_grant_lives_and_dies_with_the_consent_that_it_was_opened_under() {
    Grant grant = opened();
    Instant later = NOON.plusSeconds(60);

    storage().consents().withdraw(ADA, APP, ada(later));

    Grant ended = grants().find(grant.id()).orElseThrow();
    assertThat(ended.life().revokedAt()).isEqualTo(later);
    assertThat(grants().advance(grant.id(), 0, later, LIFETIMES))
        .isEqualTo(new Advance.Stands(ended));
    assertThat(grants().open(Fixtures.grant())).isEqualTo(new Opening.ConsentWithdrawn());

    // Given anew, at the very same instant or even earlier, it is another consent.
    var anew = storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));
    assertThat(anew.since()).isAfter(grant.consentSince());
    assertThat(grants().advance(grant.id(), 0, later, LIFETIMES))
        .isEqualTo(new Advance.Stands(ended));
    assertThat(grants().open(Fixtures.grant())).isEqualTo(new Opening.ConsentWithdrawn());
  }

  @Test
  void everything_is_there_after_a_restart() {
    Grant grant = opened();
    grants().advance(grant.id(), 0, NOON.plusSeconds(1), LIFETIMES);
    grants().revoke(grant.id(), RevocationReason.APP_REVOKED, ada(NOON.plusSeconds(2)));

    restart();

    Grant found = grants().find(grant.id()).orElseThrow();
    assertThat(found.generation()).isEqualTo(1);
    assertThat(found.life().revokedAt()).isEqualTo(NOON.plusSeconds(2));
  }

  @Test
  @Attack("T-11")
  void of_fifty_threads_one_opens_and_one_advances() throws Exception {
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));
    Grant grant = Fixtures.grant();

    assertThat(winners(() -> grants().open(grant) instanceof Opening.Opened)).isEqualTo(1);
    assertThat(
            winners(
                () ->
                    grants().advance(grant.id(), 0, NOON.plus(Duration.ofSeconds(1)), LIFETIMES)
                        instanceof Advance.Advanced))
        .isEqualTo(1);
  }

  @Test
  @Attack("T-11")
  void steps_of_many_grants_at_once_are_each_taken_once_by_one_and_none_of_what_has_ended() {
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));
    List<Grant> open = Stream.generate(this::opened).limit(20).toList();
    List<Grant> ended = Stream.generate(this::opened).limit(5).toList();
    ended.forEach(one -> grants().revoke(one.id(), RevocationReason.APP_REVOKED, ada(NOON)));
    List<Grant> all = Stream.concat(open.stream(), ended.stream()).toList();

    for (int round = 0; round < 5; round++) {
      int from = round;
      Instant at = NOON.plusSeconds(round);
      List<Advance> outcomes =
          Together.times(
              3 * all.size(),
              number -> grants().advance(all.get(number % all.size()).id(), from, at, LIFETIMES));

      for (int i = 0; i < all.size(); i++) {
        Grant now = grants().find(all.get(i).id()).orElseThrow();
        boolean isOpen = i < open.size();
        assertThat(now.generation()).isEqualTo(isOpen ? from + 1 : 0);
        assertThat(List.of(i, i + all.size(), i + 2 * all.size()))
            .extracting(outcomes::get)
            .filteredOn(Advance.Advanced.class::isInstance)
            .isEqualTo(isOpen ? List.of(new Advance.Advanced(now)) : List.of());
      }
    }
  }

  private static long winners(Callable<Boolean> attempt) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var attempts = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 50; i++) {
        attempts.add(
            threads.submit(
                () -> {
                  start.await();
                  return attempt.call();
                }));
      }
      start.countDown();
      long winners = 0;
      for (Future<Boolean> one : attempts) {
        winners += one.get() ? 1 : 0;
      }
      return winners;
    }
  }
}
