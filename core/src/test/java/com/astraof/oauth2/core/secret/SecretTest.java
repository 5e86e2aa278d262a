package com.astraof.oauth2.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.Spec;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  @Attack("S-05")
  void neither_a_secret_nor_its_hash_can_be_printed() {
    var secret = new Secret("correct horse battery staple");
    var hash = SecretHash.of(secret);

    assertThat("" + secret).isEqualTo("Secret[…]");
    assertThat("" + hash).isEqualTo("SecretHash[…]");
  }

  @Test
  @Attack("A-01")
  void a_hash_matches_its_own_secret_and_no_other() {
    Property.forAll(
        500,
        gen -> {
          String text = gen.unicode(60);
          var hash = SecretHash.of(new Secret(text));

          assertThat(hash.matches(new Secret(text))).isTrue();
          assertThat(hash.matches(new Secret(gen.mutated(text)))).isFalse();
        });
  }

  @Test
  void a_hash_is_read_back_from_its_text() {
    var hash = SecretHash.of(new Secret("a secret"));

    assertThat(hash.text()).hasSize(43);
    assertThat(SecretHash.parse(hash.text())).isEqualTo(hash);
  }

  @Test
  void a_hash_of_another_length_cannot_be_made() {
    assertThatThrownBy(() -> new SecretHash(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Rfc(value = 6749, section = "10.10")
  @Attack("T-15")
  @Spec(value = "FAPI", section = "5.4.1")
  void a_new_secret_has_256_bits_and_is_always_another() {
    Entropy entropy = new SeededEntropy(1);
    Secret first = entropy.newSecret();
    Secret second = entropy.newSecret();

    assertThat(Base64Url.decode(first.expose()).orElseThrow()).hasSize(32);
    assertThat(first).isNotEqualTo(second).isEqualTo(new Secret(first.expose()));
  }
}
