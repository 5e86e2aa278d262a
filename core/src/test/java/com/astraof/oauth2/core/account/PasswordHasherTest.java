package com.astraof.oauth2.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.account.PasswordHasher.Check;
import com.astraof.oauth2.core.account.PasswordHasher.Cost;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private static final Cost CHEAP = new Cost(64, 1);
  private static final Secret PASSWORD = new Secret("correct horse battery staple");

  private final PasswordHasher hasher = new PasswordHasher(CHEAP, 2, new SeededEntropy(1));

  @Test
  void a_password_matches_its_own_hash_and_another_does_not() {
    Property.forAll(
        50,
        gen -> {
          String password = gen.unicode(60);
          PasswordHash hash = hasher.hash(new Secret(password)).orElseThrow();

          assertThat(hasher.check(new Secret(password), hash)).isEqualTo(Check.MATCHES);
          assertThat(hasher.check(new Secret(gen.mutated(password)), hash))
              .isEqualTo(Check.DIFFERS);
        });
  }

  @Test
  @Rfc(value = 9106, section = "3.1")
  void a_hash_names_its_parameters_in_the_phc_form() {
    String phc = hasher.hash(PASSWORD).orElseThrow().phc();

    assertThat(phc)
        .matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void the_same_password_never_has_the_same_hash() {
    assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
  }

  @Test
  void a_hash_of_another_cost_is_checked_at_its_own_cost() {
    var dearer = new PasswordHasher(new Cost(128, 2), 1, new SeededEntropy(2));
    PasswordHash hash = dearer.hash(PASSWORD).orElseThrow();

    assertThat(hasher.check(PASSWORD, hash)).isEqualTo(Check.MATCHES);
    assertThat(hasher.check(new Secret("wrong"), hash)).isEqualTo(Check.DIFFERS);
  }

  @Test
  void a_hash_of_the_reference_implementation_is_understood() {
    // echo -n "password" | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 (v=19), from its test
    // suite.
    var reference =
        new PasswordHash(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

    assertThat(hasher.check(new Secret("password"), reference)).isEqualTo(Check.MATCHES);
  }

  @Test
  @Attack("U-07")
  void nobody_costs_a_hash_and_has_no_password() {
    assertThat(hasher.checkNobody(PASSWORD)).isEqualTo(Check.DIFFERS);
    assertThat(hasher.checkNobody(new Secret(""))).isEqualTo(Check.DIFFERS);
  }

  @Test
  void whoever_is_interrupted_while_waiting_for_a_place_is_told_busy_and_stays_interrupted() {
    // Dear enough that nothing is done before it is waited for.
    var slow = new PasswordHasher(Cost.RECOMMENDED, 2, new SeededEntropy(4));
    PasswordHash hash = slow.hash(PASSWORD).orElseThrow();

    Thread.currentThread().interrupt();
    assertThat(slow.hash(PASSWORD)).isEmpty();
    assertThat(slow.check(PASSWORD, hash)).isEqualTo(Check.BUSY);
    assertThat(slow.checkNobody(PASSWORD)).isEqualTo(Check.BUSY);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(slow.check(PASSWORD, hash)).as("no place was lost").isEqualTo(Check.MATCHES);
  }

  @Test
  void a_place_is_given_back_after_every_hash() {
    var single = new PasswordHasher(CHEAP, 1, new SeededEntropy(3));

    for (int i = 0; i < 5; i++) {
      PasswordHash hash = single.hash(PASSWORD).orElseThrow();
      assertThat(single.check(PASSWORD, hash)).isEqualTo(Check.MATCHES);
    }
  }

  @Test
  void a_stored_hash_of_another_form_is_a_broken_store() {
    for (String broken : new String[] {"", "plain", "$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA"}) {
      assertThatThrownBy(() -> hasher.check(PASSWORD, new PasswordHash(broken)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  @Attack("S-05")
  void a_hash_cannot_be_printed() {
    assertThat("" + hasher.hash(PASSWORD).orElseThrow()).isEqualTo("PasswordHash[…]");
  }
}
