package com.astraof.oauth2.core.key;

import static com.astraof.oauth2.core.key.KeyRoom.NOW;
import static com.astraof.oauth2.core.key.KeyRoom.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.key.KeyKeeper.Rotation;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.KeysInMemory;
import com.astraof.oauth2.core.testing.Rfc;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeysTest {
  private static final byte[] INPUT = {1, 2, 3};

  private final KeyRoom room = new KeyRoom();

  @Test
  void the_first_start_makes_a_key_and_every_later_one_finds_it() {
    assertThat(room.keeper.keep(NOW)).isPresent();
    assertThat(room.keeper.keep(NOW.plusSeconds(1))).isEmpty();

    var one = room.keys().current(NOW);
    var two = room.keys().current(NOW.plusSeconds(1));

    assertThat(one.id()).isEqualTo(two.id());
    assertThat(two.verifies(INPUT, one.sign(INPUT))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  @Attack("T-16")
  @Attack("S-05")
  void the_store_holds_nothing_that_signs(SigningAlgorithm algorithm) throws Exception {
    var policy = new KeyPolicy(algorithm, Optional.empty(), KeyRoom.LIFETIME);
    new KeyKeeper(room.vault, policy).keep(NOW);
    var sealed = room.store.all().getFirst();
    SigningKey key = room.vault.open(sealed).orElseThrow();
    byte[] envelope = Base64Url.decode(sealed.envelope()).orElseThrow();

    String secret = privatePart(key.jwk());
    assertThat(new String(envelope, StandardCharsets.ISO_8859_1)).doesNotContain(secret, "kty");
    assertThat(sealed.toString()).doesNotContain(secret);
    assertThat("" + key).doesNotContain(secret);
    assertThat(key.published().toJSONString()).doesNotContain(secret);
  }

  private static String privatePart(JWK jwk) {
    return switch (jwk) {
      case ECKey ec -> ec.getD().toString();
      case RSAKey rsa -> rsa.getPrivateExponent().toString();
      default -> ((OctetKeyPair) jwk).getD().toString();
    };
  }

  @Test
  @Attack("S-13")
  void another_master_key_is_refused_by_name_of_the_key_it_does_not_open() {
    String id = room.keeper.keep(NOW).orElseThrow().id();
    var other = room.vault(MasterKeys.of(MasterKey.generate(room.entropy)));

    for (Runnable start : List.<Runnable>of(other::check, other::reseal)) {
      assertThatThrownBy(start::run).isInstanceOf(WrongMasterKey.class).hasMessageContaining(id);
    }
  }

  @Test
  void a_key_stored_under_another_id_is_refused() {
    room.keeper.keep(NOW);
    var sealed = room.store.all().getFirst();
    var facts = sealed.facts();
    var renamed = new KeysInMemory();
    renamed.add(
        new SigningKeyStore.SealedKey(
            new KeyFacts("other", 1, facts.algorithm(), NOW, NOW, null), sealed.envelope()));

    assertThatThrownBy(new KeyVault(renamed, room.masters, room.entropy, null)::check)
        .isInstanceOf(WrongMasterKey.class);
  }

  @Test
  @Rfc(value = 7517, section = "9.2")
  void only_public_halves_are_published_and_each_names_its_use_and_algorithm() {
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      room.vault.make(KeyPlan.wanted(room.vault.facts(), algorithm, NOW), NOW);
    }

    var published = room.keys().published(NOW).getKeys();

    assertThat(published).hasSize(3).noneMatch(JWK::isPrivate);
    assertThat(published.stream().map(jwk -> jwk.getAlgorithm().getName()))
        .containsExactly("ES256", "RS256", "EdDSA");
    assertThat(published).allMatch(jwk -> jwk.getKeyUse().identifier().equals("sig"));
    assertThat(published).allMatch(jwk -> jwk.getKeyID().length() == 43);
  }

  @Test
  void the_next_key_is_published_before_it_signs_and_the_old_one_until_its_tokens_have_expired() {
    String first = room.keeper.keep(NOW).orElseThrow().id();
    var made = (Rotation.Made) room.keeper.rotate(NOW);
    var keys = room.keys();

    assertThat(ids(keys, NOW)).containsExactly(first, made.key().id());
    assertThat(keys.current(NOW).id()).isEqualTo(first);
    var turn = made.key().signsFrom();
    assertThat(turn).isEqualTo(NOW.plus(KeyPolicy.PUBLISHED_AHEAD));
    assertThat(keys.current(turn).id()).isEqualTo(made.key().id());
    assertThat(ids(keys, turn.plus(POLICY.kept()).minusMillis(1))).contains(first);
    assertThat(ids(keys, turn.plus(POLICY.kept()))).containsExactly(made.key().id());
    assertThat(keys.accepted(first, turn.plus(POLICY.kept()))).isEmpty();
  }

  private static List<String> ids(SigningKeys keys, java.time.Instant at) {
    return keys.published(at).getKeys().stream().map(JWK::getKeyID).toList();
  }

  @Test
  void an_unknown_key_is_asked_for_but_not_for_every_token_that_names_one() {
    room.keeper.keep(NOW);
    var keys = room.keys();
    String made = room.keeper.rotateNow(NOW).key().id();

    assertThat(keys.accepted(made, NOW)).isPresent();
    int before = room.store.questions();
    for (int i = 0; i < 1_000; i++) {
      assertThat(keys.accepted("unknown" + i, NOW.plusMillis(i))).isEmpty();
    }
    assertThat(room.store.questions()).isEqualTo(before);
    assertThat(keys.accepted("unknown", NOW.plusSeconds(2))).isEmpty();
    assertThat(room.store.questions()).isEqualTo(before + 1);
  }

  @Test
  void an_ended_key_is_not_asked_for_again() {
    String first = room.keeper.keep(NOW).orElseThrow().id();
    room.keeper.retire(first, NOW);
    var keys = room.keys();
    int before = room.store.questions();

    assertThat(keys.accepted(first, NOW)).isEmpty();
    assertThat(room.store.questions()).isEqualTo(before);
  }

  @Test
  void a_key_that_this_node_cannot_open_takes_no_other_with_it() {
    String first = room.keeper.keep(NOW).orElseThrow().id();
    var keys = room.keys();
    var foreign = room.vault(MasterKeys.of(MasterKey.generate(room.entropy)));
    foreign.make(KeyPlan.wanted(room.vault.facts(), SigningAlgorithm.ES256, NOW), NOW);

    keys.refresh();

    assertThat(keys.current(NOW).id()).isEqualTo(first);
    assertThat(keys.accepted(first, NOW)).isPresent();
  }
}
