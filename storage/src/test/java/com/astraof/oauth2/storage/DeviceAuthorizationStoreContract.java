package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.IDENTIFY;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.SIGN_IN;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.device.DeviceAuthorization;
import com.astraof.oauth2.core.device.DeviceAuthorization.Decision;
import com.astraof.oauth2.core.device.DeviceAuthorizationStore;
import com.astraof.oauth2.core.device.DeviceAuthorizations;
import com.astraof.oauth2.core.device.DeviceAuthorizations.Start;
import com.astraof.oauth2.core.device.DeviceCodes;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.KnownApplications;
import com.astraof.oauth2.core.testing.SampleApplications;
import com.astraof.oauth2.core.testing.SeededEntropy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine must do for {@link DeviceAuthorizationStore}. */
abstract class DeviceAuthorizationStoreContract extends StoreContract {
  private static final Instant END = NOON.plus(Duration.ofMinutes(10));

  private final SeededEntropy entropy = new SeededEntropy(1);

  private DeviceAuthorizationStore devices() {
    return storage().deviceAuthorizations();
  }

  private DeviceAuthorization waiting(String userCode, Instant end) {
    return new DeviceAuthorization(
        GrantId.generate(entropy),
        SecretHash.of(new Secret(userCode)),
        APP,
        IDENTIFY,
        end,
        new Decision.Pending());
  }

  private DeviceAuthorization added() {
    var waiting = waiting("code", END);
    assertThat(devices().add(waiting, NOON)).isTrue();
    return waiting;
  }

  private Decision decisionOn(DeviceAuthorization waiting) {
    return devices().find(waiting.id()).orElseThrow().decision();
  }

  private long approvals() {
    return storage().audit().of(ADA, Long.MAX_VALUE, 100).stream()
        .filter(entry -> entry.event().what() == Event.ACCESS_APPROVED)
        .count();
  }

  @Test
  void what_waits_is_found_by_its_id_and_its_user_code_also_after_a_restart() {
    var waiting = added();

    restart();

    assertThat(devices().find(waiting.id())).contains(waiting);
    assertThat(devices().findByUserCode(waiting.userCode())).contains(waiting);
    assertThat(devices().find(GrantId.generate(entropy))).isEmpty();
    assertThat(devices().findByUserCode(SecretHash.of(new Secret("other")))).isEmpty();
  }

  @Test
  void a_user_code_is_given_to_one_at_a_time() {
    var first = added();

    assertThat(devices().add(waiting("code", END), NOON)).isFalse();

    assertThat(devices().findByUserCode(first.userCode())).contains(first);
  }

  @Test
  void an_approval_names_the_consent_that_it_wrote() {
    var waiting = added();

    assertThat(devices().approve(waiting, ADA, SIGN_IN, ada(NOON))).isTrue();

    var consent = storage().consents().find(ADA, APP).orElseThrow();
    assertThat(consent.scopes()).isEqualTo(IDENTIFY);
    assertThat(decisionOn(waiting))
        .isEqualTo(new Decision.Approved(ADA, new Approval(consent.since(), SIGN_IN)));
    assertThat(approvals()).isEqualTo(1);
  }

  @Test
  void the_second_decision_changes_nothing_and_leaves_no_consent() {
    var denied = added();
    assertThat(devices().deny(denied.id(), NOON)).isTrue();

    assertThat(devices().approve(denied, ADA, SIGN_IN, ada(NOON))).isFalse();
    assertThat(devices().deny(denied.id(), NOON)).isFalse();

    assertThat(decisionOn(denied)).isEqualTo(new Decision.Denied());
    assertThat(storage().consents().find(ADA, APP)).isEmpty();
    assertThat(approvals()).isZero();
  }

  @Test
  void nothing_is_decided_once_it_has_expired() {
    var waiting = added();

    assertThat(devices().approve(waiting, ADA, SIGN_IN, ada(END))).isFalse();
    assertThat(devices().deny(waiting.id(), END)).isFalse();
    assertThat(storage().consents().find(ADA, APP)).isEmpty();

    assertThat(devices().deny(waiting.id(), END.minusMillis(1))).isTrue();
  }

  @Test
  void of_many_users_at_once_one_lets_the_device_in_and_only_that_one_consents() throws Exception {
    var waiting = added();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.rangeClosed(1, 32)
              .<Callable<Boolean>>mapToObj(
                  user -> () -> devices().approve(waiting, new UserId(user), SIGN_IN, ada(NOON)))
              .toList();
      var told = new ArrayList<Boolean>();
      for (var answer : threads.invokeAll(tries)) {
        told.add(answer.get());
      }

      assertThat(told).containsOnlyOnce(true);
      var winner = new UserId(told.indexOf(true) + 1L);
      assertThat(((Decision.Approved) decisionOn(waiting)).user()).isEqualTo(winner);
      for (long user = 1; user <= told.size(); user++) {
        var id = new UserId(user);
        assertThat(storage().consents().find(id, APP).isPresent()).isEqualTo(id.equals(winner));
      }
    }
  }

  @Test
  void what_has_expired_goes_when_new_ones_come() {
    var old = IntStream.range(0, 50).mapToObj(i -> waiting("old " + i, NOON)).toList();
    old.forEach(one -> assertThat(devices().add(one, NOON)).isTrue());
    for (int i = 0; i < 3; i++) {
      assertThat(devices().add(waiting("new " + i, END), NOON.plusMillis(1))).isTrue();
    }

    assertThat(old).allMatch(one -> devices().find(one.id()).isEmpty());
    assertThat(devices().findByUserCode(SecretHash.of(new Secret("new 0")))).isPresent();
  }

  @Test
  void a_user_code_that_another_device_has_is_drawn_again() {
    var application = SampleApplications.open(APP.value());
    var twice = new Digits(0, 0, 1);
    var started = starting(twice);

    var first = (Start.Started) started.start(application, "identify", NOON);
    var second = (Start.Started) started.start(application, "identify", NOON);

    assertThat(first.userCode().letters()).isEqualTo("B".repeat(8));
    assertThat(second.userCode().letters()).isEqualTo("C".repeat(8));
  }

  @Test
  void without_a_free_user_code_starting_fails_instead_of_going_on_for_ever() {
    var application = SampleApplications.open(APP.value());
    var started = starting(new Digits(0));
    started.start(application, "identify", NOON);

    assertThatThrownBy(() -> started.start(application, "identify", NOON))
        .isInstanceOf(IllegalStateException.class);
  }

  private DeviceAuthorizations starting(Entropy chance) {
    return new DeviceAuthorizations(
        devices(),
        new KnownApplications(),
        storage().consents(),
        new DeviceCodes(MasterKeys.of(MasterKey.generate(entropy))),
        chance);
  }

  /** Draws codes of one letter each: these, and from then on the last. */
  private final class Digits implements Entropy {
    private final int[] digits;
    private int drawn;

    private Digits(int... digits) {
      this.digits = digits;
    }

    @Override
    public byte[] bytes(int count) {
      return entropy.bytes(count);
    }

    @Override
    public int below(int bound) {
      return digits[Math.min(drawn++ / 8, digits.length - 1)];
    }
  }
}
