package com.astraof.oauth2.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.KeysInMemory;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final Instant NOW = TestClock.START;

  private final Entropy entropy = new SeededEntropy(1);
  private final MasterKey master = MasterKey.generate(entropy);
  private final KeysInMemory store = new KeysInMemory();

  @Test
  void the_first_start_makes_a_key_and_every_later_one_finds_it() {
    var first = SigningKeys.load(store, master, entropy, NOW);
    var later = SigningKeys.load(store, master, entropy, NOW.plus(Duration.ofDays(1)));

    assertThat(first.current().id()).isEqualTo(first.current().jwk().getKeyID());
    assertThat(later.all()).isEqualTo(first.all()).hasSize(1);
  }

  @Test
  @Attack("T-16")
  @Attack("S-05")
  void the_store_holds_nothing_that_signs() {
    var key = SigningKeys.load(store, master, entropy, NOW).current();
    var sealed = store.all().getFirst();
    byte[] envelope = Base64Url.decode(sealed.envelope()).orElseThrow();

    assertThat(new String(envelope, StandardCharsets.ISO_8859_1))
        .doesNotContain(key.jwk().getD().toString(), "kty");
    assertThat("" + key).doesNotContain(key.jwk().getD().toString());
  }

  @Test
  @Attack("S-13")
  void another_master_key_is_refused_by_name_of_the_key_it_does_not_open() {
    String id = SigningKeys.load(store, master, entropy, NOW).current().id();
    var other = MasterKey.generate(entropy);

    assertThatThrownBy(() -> SigningKeys.load(store, other, entropy, NOW))
        .isInstanceOf(WrongMasterKey.class)
        .hasMessageContaining(id);
  }

  @Test
  void a_key_stored_under_another_id_is_refused() {
    SigningKeys.load(store, master, entropy, NOW);
    var sealed = store.all().getFirst();
    var renamed = new KeysInMemory();
    renamed.add(new SigningKeyStore.SealedKey("other", sealed.envelope(), NOW));

    assertThatThrownBy(() -> SigningKeys.load(renamed, master, entropy, NOW))
        .isInstanceOf(WrongMasterKey.class);
  }

  @Test
  @Rfc(value = 7517, section = "9.2")
  void only_public_halves_are_published() {
    var published = SigningKeys.load(store, master, entropy, NOW).published();

    assertThat(published.getKeys()).hasSize(1).noneMatch(jwk -> jwk.isPrivate());
  }

  @Test
  void a_master_key_is_read_back_from_its_text_and_from_nothing_else() {
    String text = master.expose();

    assertThat(MasterKey.parse(text).orElseThrow().expose()).isEqualTo(text);
    assertThat(MasterKey.parse(text + "A")).isEmpty();
    assertThat(MasterKey.parse(text.substring(1))).isEmpty();
    assertThat(MasterKey.parse(text + "=")).isEmpty();
    assertThat(MasterKey.parse("")).isEmpty();
  }

  @Test
  @Attack("S-05")
  void a_master_key_cannot_be_printed() {
    assertThat("" + master).isEqualTo("MasterKey[…]");
  }
}
