package com.astraof.oauth2.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.Grant.Life;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.Authenticator;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {
  private final Entropy entropy = new SeededEntropy(1);
  private final MasterKeys masters = MasterKeys.of(MasterKey.generate(entropy));
  private final RefreshTokens tokens = new RefreshTokens(masters);

  @Test
  void a_token_says_where_its_grant_stands() {
    Property.forAll(
        500,
        gen -> {
          var grant = any(gen);

          var key = gen.coin() ? Thumbprint.of(gen.bytes(Thumbprint.BYTES)) : null;

          var claim = tokens.read(tokens.of(grant, key)).orElseThrow();

          assertThat(claim)
              .isEqualTo(
                  new RefreshTokens.Claim(
                      grant.id(), grant.generation(), grant.application(), grant.scopes(), key));
        });
  }

  @Test
  void the_same_generation_always_has_the_same_token() {
    Property.forAll(
        200,
        gen -> {
          var grant = any(gen);
          Secret afterRestart = new RefreshTokens(masters).of(grant, null);

          assertThat(tokens.of(grant, null)).isEqualTo(afterRestart);
        });
  }

  @Test
  @Rfc(value = 9700, section = "4.14.2")
  void every_generation_has_a_token_of_its_own() {
    var seen = new HashSet<String>();
    for (int generation = 0; generation < 1_000; generation++) {
      seen.add(tokens.of(grant(new byte[GrantId.BYTES], generation), null).expose());
    }
    assertThat(seen).hasSize(1_000);
  }

  @Test
  void every_grant_has_tokens_of_its_own() {
    Property.forAll(
        200,
        gen -> {
          byte[] id = gen.bytes(GrantId.BYTES);
          byte[] other = gen.withOneBitFlipped(id);

          assertThat(tokens.of(grant(id, 3), null)).isNotEqualTo(tokens.of(grant(other, 3), null));
        });
  }

  @Test
  @Attack("T-15")
  @Rfc(value = 6749, section = "10.4")
  void a_changed_token_is_not_ours() {
    Property.forAll(
        2_000,
        gen -> {
          String token = tokens.of(any(gen), null).expose();
          byte[] bytes = Base64Url.decode(token).orElseThrow();
          String flipped = Base64Url.encode(gen.withOneBitFlipped(bytes));

          assertThat(tokens.read(new Secret(gen.mutated(token)))).isEmpty();
          assertThat(tokens.read(new Secret(flipped))).isEmpty();
        });
  }

  @Test
  @Rfc(value = 6749, section = "10.4")
  @Attack("T-15")
  void any_other_text_is_not_a_token_and_does_not_throw() {
    Property.forAll(
        2_000,
        gen -> {
          String text = gen.coin() ? gen.garbage() : Base64Url.encode(gen.bytesUpTo(100));

          assertThat(tokens.read(new Secret(text))).isEmpty();
        });
  }

  @Test
  void a_token_of_another_installation_is_not_ours() {
    var elsewhere = new RefreshTokens(MasterKeys.of(MasterKey.generate(entropy)));

    Property.forAll(100, gen -> assertThat(tokens.read(elsewhere.of(any(gen), null))).isEmpty());
  }

  @Test
  @Attack("T-03")
  void what_the_same_key_made_for_another_purpose_or_of_another_length_is_not_a_token() {
    byte[] otherPurpose = new Authenticator(masters, "other").vouch(new byte[36]);
    byte[] otherLength = new Authenticator(masters, "refresh-token").vouch(new byte[35]);

    assertThat(tokens.read(new Secret(Base64Url.encode(otherPurpose)))).isEmpty();
    assertThat(tokens.read(new Secret(Base64Url.encode(otherLength)))).isEmpty();
  }

  private static Grant grant(byte[] id, int generation) {
    return new Grant(
        new GrantId(id),
        new UserId(1),
        new ApplicationId(2),
        Scopes.NONE,
        Workshop.APPROVAL,
        new Life(generation, TestClock.START, TestClock.START, null));
  }

  private static Grant any(Gen gen) {
    return new Grant(
        new GrantId(gen.bytes(GrantId.BYTES)),
        new UserId(gen.natural()),
        new ApplicationId(gen.natural()),
        new Scopes(gen.number()),
        Workshop.APPROVAL,
        new Life(gen.below(Integer.MAX_VALUE), TestClock.START, TestClock.START, null));
  }
}
