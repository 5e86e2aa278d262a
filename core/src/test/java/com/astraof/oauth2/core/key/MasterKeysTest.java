package com.astraof.oauth2.core.key;

import static com.astraof.oauth2.core.key.KeyRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.SeededEntropy;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasterKeysTest {
  private static final byte[] STATEMENT = {1, 2, 3};
  private static final byte[] NONE = new byte[0];

  private final Entropy entropy = new SeededEntropy(1);
  private final MasterKey old = MasterKey.generate(entropy);
  private final MasterKeys before = MasterKeys.of(old);
  private final MasterKeys after = before.succeeded(entropy);

  @Test
  void what_was_made_under_a_previous_key_is_accepted_and_new_things_are_made_under_the_new_one() {
    byte[] vouched = new Authenticator(before, "purpose").vouch(STATEMENT);
    byte[] sealed = new Sealer(before, "purpose", entropy).seal(NONE, NONE, STATEMENT);

    var authenticator = new Authenticator(after, "purpose");
    var sealer = new Sealer(after, "purpose", entropy);

    assertThat(authenticator.verify(vouched)).hasValue(STATEMENT);
    assertThat(sealer.open(sealed, 0, NONE).orElseThrow().plain()).isEqualTo(STATEMENT);
    assertThat(authenticator.vouch(STATEMENT)[1]).isEqualTo(after.current().id());
    assertThat(sealer.seal(NONE, NONE, STATEMENT)[1]).isEqualTo(after.current().id());
  }

  @Test
  @Attack("C-05")
  void what_a_forgotten_key_made_is_refused() {
    byte[] vouched = new Authenticator(before, "purpose").vouch(STATEMENT);
    byte[] sealed = new Sealer(before, "purpose", entropy).seal(NONE, NONE, STATEMENT);
    var alone = MasterKeys.of(after.current());

    assertThat(new Authenticator(alone, "purpose").verify(vouched)).isEmpty();
    assertThat(new Sealer(alone, "purpose", entropy).open(sealed, 0, NONE)).isEmpty();
  }

  @Test
  @Attack("C-05")
  void an_envelope_of_one_key_under_the_id_of_another_is_refused() {
    byte[] vouched = new Authenticator(before, "purpose").vouch(STATEMENT);
    vouched[1] = after.current().id();

    assertThat(new Authenticator(after, "purpose").verify(vouched)).isEmpty();
  }

  @Test
  void keys_that_cannot_be_told_apart_are_refused_and_never_made() {
    MasterKey twin = MasterKey.generate(entropy);
    while (twin.id() != old.id()) {
      twin = MasterKey.generate(entropy);
    }
    var previous = List.of(twin);

    assertThatThrownBy(() -> new MasterKeys(old, previous)).isInstanceOf(CollidingMasterKeys.class);
    assertThatThrownBy(() -> new MasterKeys(after.current(), List.of(old, previous.getFirst())))
        .isInstanceOf(CollidingMasterKeys.class);
    Property.forAll(
        20,
        gen -> {
          var seeded = new SeededEntropy(gen.natural());
          var many = MasterKeys.of(MasterKey.generate(seeded));
          for (int i = 0; i < 40; i++) {
            many = many.succeeded(seeded);
          }
          assertThat(many.previous()).hasSize(40);
        });
  }

  @Test
  void a_key_that_is_named_twice_counts_once() {
    var same = MasterKey.parse(old.expose()).orElseThrow();

    assertThat(new MasterKeys(old, List.of(same)).previous()).isEmpty();
    assertThat(new MasterKeys(after.current(), List.of(old, same)).previous()).hasSize(1);
  }

  @Test
  @Attack("S-13")
  void signing_keys_are_sealed_anew_and_need_the_old_key_no_more() {
    var room = new KeyRoom();
    String first = room.keeper.keep(NOW).orElseThrow().id();
    byte[] signed = room.keys().current(NOW).sign(STATEMENT);
    var next = room.masters.succeeded(room.entropy);
    var alone = room.vault(MasterKeys.of(next.current()));

    assertThatThrownBy(alone::check).isInstanceOf(WrongMasterKey.class);
    room.vault(next).check();
    room.vault(next).reseal();
    room.vault(next).reseal();

    alone.check();
    var key = new SigningKeys(alone, KeyRoom.POLICY).accepted(first, NOW).orElseThrow();
    assertThat(key.verifies(STATEMENT, signed)).isTrue();
    assertThatThrownBy(room.vault::check).isInstanceOf(WrongMasterKey.class);
  }

  @Test
  void a_master_key_is_read_back_from_its_text_and_from_nothing_else() {
    String text = old.expose();

    assertThat(MasterKey.parse(text)).hasValue(old);
    assertThat(MasterKey.parse(text + "A")).isEmpty();
    assertThat(MasterKey.parse(text.substring(1))).isEmpty();
    assertThat(MasterKey.parse(text + "=")).isEmpty();
    assertThat(MasterKey.parse("")).isEmpty();
  }

  @Test
  @Attack("S-05")
  void a_master_key_cannot_be_printed() {
    assertThat("" + after).doesNotContain(old.expose(), after.current().expose());
    assertThat("" + old).isEqualTo("MasterKey[…]");
  }
}
