package com.astraof.oauth2.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.SeededEntropy;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {
  private static final byte[] STATEMENT = {1, 2, 3};

  private final MasterKey master = MasterKey.generate(new SeededEntropy(1));
  private final Authenticator authenticator = new Authenticator(MasterKeys.of(master), "purpose");

  @Test
  void a_statement_comes_back_from_what_was_vouched_for() {
    Property.forAll(
        500,
        gen -> {
          byte[] statement = gen.bytesUpTo(200);

          assertThat(authenticator.verify(authenticator.vouch(statement))).hasValue(statement);
        });
  }

  @Test
  void the_same_statement_always_gets_the_same_bytes() {
    byte[] afterRestart = new Authenticator(MasterKeys.of(master), "purpose").vouch(STATEMENT);

    assertThat(authenticator.vouch(STATEMENT)).isEqualTo(afterRestart);
  }

  @Test
  void a_change_anywhere_is_refused() {
    Property.forAll(
        2_000,
        gen -> {
          byte[] vouched = authenticator.vouch(gen.bytesUpTo(60));

          assertThat(authenticator.verify(gen.mutated(vouched))).isEmpty();
        });
  }

  @Test
  void every_single_bit_counts() {
    byte[] vouched = authenticator.vouch(STATEMENT);

    for (int bit = 0; bit < 8 * vouched.length; bit++) {
      byte[] flipped = vouched.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(authenticator.verify(flipped)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void foreign_bytes_are_refused_and_do_not_throw() {
    Property.forAll(
        1_000,
        gen -> {
          byte[] foreign = gen.bytesUpTo(100);
          if (foreign.length > 1 && gen.coin()) {
            foreign[0] = 1;
            foreign[1] = master.id();
          }
          assertThat(authenticator.verify(foreign)).isEmpty();
        });
  }

  @Test
  void what_was_vouched_for_with_another_purpose_is_refused() {
    assertThat(
            authenticator.verify(
                new Authenticator(MasterKeys.of(master), "other").vouch(STATEMENT)))
        .isEmpty();
  }

  @Test
  void what_another_installation_vouched_for_is_refused_even_when_its_key_id_is_forged() {
    var other = MasterKey.generate(new SeededEntropy(2));
    byte[] vouched = new Authenticator(MasterKeys.of(other), "purpose").vouch(STATEMENT);

    assertThat(authenticator.verify(vouched)).isEmpty();
    vouched[1] = master.id();
    assertThat(authenticator.verify(vouched)).isEmpty();
  }
}
