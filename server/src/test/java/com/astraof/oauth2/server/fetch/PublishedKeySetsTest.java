package com.astraof.oauth2.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.PublishedKeys.Found;
import com.astraof.oauth2.core.fetch.Documents.Fetched;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ClientKeyPair;
import com.astraof.oauth2.core.testing.TestClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class PublishedKeySetsTest {
  private static final URI HERE = URI.create("https://app.example/keys");
  private static final URI SLOW = URI.create("https://slow.example/keys");
  private static final ClientKeyPair FIRST = ClientKeyPair.es256("first");
  private static final ClientKeyPair SECOND = ClientKeyPair.es256("second");

  private final TestClock clock = new TestClock();
  private final AtomicInteger fetches = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Fetched next = new Fetched.Document(ClientKeyPair.set(FIRST), null);

  private final PublishedKeySets sets =
      new PublishedKeySets(
          address -> {
            fetches.incrementAndGet();
            if (address.equals(SLOW)) {
              asked.countDown();
              awaitEnd();
            }
            return next;
          });

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Found find(URI address, String kid) {
    return sets.at(address, key -> kid.equals(key.getKeyID()), clock.instant());
  }

  private static Found keys(ClientKeyPair... pairs) {
    return new Found.Keys(List.of(pairs).stream().map(ClientKeyPair::published).toList());
  }

  private void passes(Duration time, int fetchesUntilThen) {
    clock.advance(time);
    assertThat(fetches).hasValue(fetchesUntilThen);
  }

  @Test
  void keys_are_fetched_once_in_five_minutes() {
    assertThat(find(HERE, "first")).isEqualTo(keys(FIRST));
    passes(Duration.ofSeconds(299), 1);
    assertThat(find(HERE, "first")).isEqualTo(keys(FIRST));
    passes(Duration.ofSeconds(1), 1);

    next = new Fetched.Document(ClientKeyPair.set(SECOND), null);
    assertThat(find(HERE, "first")).isEqualTo(keys(SECOND));
    assertThat(fetches).hasValue(2);
  }

  @Test
  void a_new_key_is_found_at_once_though_nobody_can_have_them_fetched_all_the_time() {
    find(HERE, "first");
    clock.advance(Duration.ofSeconds(30));
    next = new Fetched.Document(ClientKeyPair.set(FIRST, SECOND), null);

    assertThat(find(HERE, "second")).isEqualTo(keys(FIRST, SECOND));
    for (int i = 0; i < 29; i++) {
      assertThat(find(HERE, "unknown")).isEqualTo(keys(FIRST, SECOND));
      passes(Duration.ofSeconds(1), 2);
    }
    clock.advance(Duration.ofSeconds(1));
    find(HERE, "unknown");
    assertThat(fetches).hasValue(3);
  }

  @Test
  void the_last_good_keys_do_for_an_hour_when_fetching_fails() {
    find(HERE, "first");
    next = new Fetched.Failed("nothing answers there");
    clock.advance(Duration.ofMinutes(59));
    assertThat(find(HERE, "first")).isEqualTo(keys(FIRST));
    next = new Fetched.Document("<html>", null);
    clock.advance(Duration.ofSeconds(30));
    assertThat(find(HERE, "first")).isEqualTo(keys(FIRST));

    clock.advance(Duration.ofSeconds(30));
    assertThat(find(HERE, "first")).isEqualTo(new Found.Unreachable("it is not a JWK Set"));
  }

  @Test
  void a_failure_at_first_is_told_and_not_tried_again_at_once() {
    next = new Fetched.Failed("nothing answers there");
    for (int i = 0; i < 30; i++) {
      assertThat(find(HERE, "first")).isEqualTo(new Found.Unreachable("nothing answers there"));
      passes(Duration.ofSeconds(1), 1);
    }
    next = new Fetched.Document(ClientKeyPair.set(FIRST), null);
    assertThat(find(HERE, "first")).isEqualTo(keys(FIRST));
  }

  @Test
  @Attack("A-07")
  void a_slow_client_holds_up_nobody_else() throws Exception {
    var slow = new FutureTask<>(() -> find(SLOW, "first"));
    Thread.startVirtualThread(slow);
    asked.await();

    for (int i = 0; i < 500; i++) {
      find(URI.create("https://app" + i + ".example/keys"), "first");
    }
    assertThat(slow.isDone()).isFalse();
    end.countDown();
    assertThat(slow.get()).isEqualTo(keys(FIRST));
  }

  @Test
  void keys_that_are_known_do_while_others_are_fetched() throws Exception {
    var set =
        new PublishedKeySet(
            HERE,
            address -> {
              if (fetches.incrementAndGet() > 1) {
                asked.countDown();
                awaitEnd();
              }
              return next;
            });
    set.find(key -> true, clock.instant());
    clock.advance(Duration.ofMinutes(6));
    var first = new FutureTask<>(() -> set.find(key -> true, clock.instant()));
    Thread.startVirtualThread(first);
    asked.await();

    assertThat(set.find(key -> true, clock.instant())).isEqualTo(keys(FIRST));
    assertThat(first.isDone()).isFalse();
    end.countDown();
    assertThat(first.get()).isEqualTo(keys(FIRST));
  }

  @Test
  void what_is_published_beside_keys_for_signatures_is_passed_over() throws JOSEException {
    JWK sealing = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).generate();
    JWK foreign = new ECKeyGenerator(Curve.P_521).generate();
    JWK whole = new ECKeyGenerator(Curve.P_256).keyID("whole").generate();
    String all =
        String.join(
            ",",
            FIRST.published().toJSONString(),
            sealing.toPublicJWK().toJSONString(),
            foreign.toPublicJWK().toJSONString(),
            whole.toJSONString(),
            "{\"kty\":\"new\"}");
    next = new Fetched.Document("{\"keys\":[" + all + "]}", null);

    assertThat(find(HERE, "first")).isEqualTo(keys(FIRST));
  }
}
