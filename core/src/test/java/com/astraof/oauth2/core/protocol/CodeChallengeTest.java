package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Sha256;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodeChallengeTest {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  @Test
  @Rfc(value = 7636, section = "B")
  void the_example_of_the_rfc_holds() {
    var challenge =
        CodeChallenge.parse("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM").orElseThrow();

    assertThat(challenge.matches("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).isTrue();
    assertThat(CodeChallenge.isVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).isTrue();
  }

  @Test
  @Attack("C-10")
  @Rfc(value = 7636, section = "4.6")
  void only_the_verifier_itself_matches() {
    Property.forAll(
        1_000,
        gen -> {
          String verifier = gen.of(UNRESERVED, gen.between(43, 128));
          byte[] hash = Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII));
          var challenge = CodeChallenge.parse(Base64Url.encode(hash)).orElseThrow();
          String other = gen.mutated(verifier);

          assertThat(challenge.matches(verifier)).isTrue();
          assertThat(CodeChallenge.isVerifier(other) && challenge.matches(other)).isFalse();
        });
  }

  @Test
  @Rfc(value = 7636, section = "7.2")
  @Attack("C-08")
  void the_challenge_itself_is_no_verifier_for_it() {
    String text = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    assertThat(CodeChallenge.parse(text).orElseThrow().matches(text)).isFalse();
  }

  @Test
  @Attack("C-08")
  @Rfc(value = 7636, section = "4.2")
  void a_challenge_is_the_base64url_of_32_bytes_and_nothing_else() {
    Property.forAll(
        2_000,
        gen -> {
          byte[] hash = gen.bytes(32);
          String challenge = Base64Url.encode(hash);

          assertThat(CodeChallenge.parse(challenge)).hasValue(new CodeChallenge(challenge));
          CodeChallenge.parse(gen.mutated(challenge))
              .ifPresent(
                  other ->
                      assertThat(Base64Url.decode(other.value()).orElseThrow())
                          .hasSize(32)
                          .isNotEqualTo(hash));
          assertThat(CodeChallenge.parse(gen.garbage())).isEmpty();
        });
    assertThat(CodeChallenge.parse(Base64Url.encode(new byte[31]))).isEmpty();
    assertThat(CodeChallenge.parse(Base64Url.encode(new byte[33]))).isEmpty();
    assertThat(CodeChallenge.parse("A".repeat(43) + "=")).isEmpty();
    assertThat(CodeChallenge.parse("A".repeat(42) + "B")).as("unused bits").isEmpty();
  }

  @Test
  @Attack("C-08")
  @Rfc(value = 7636, section = "4.1")
  void a_verifier_has_43_to_128_unreserved_characters() {
    assertThat(CodeChallenge.isVerifier("a".repeat(42))).isFalse();
    assertThat(CodeChallenge.isVerifier("a".repeat(43))).isTrue();
    assertThat(CodeChallenge.isVerifier("a".repeat(128))).isTrue();
    assertThat(CodeChallenge.isVerifier("a".repeat(129))).isFalse();
    assertThat(CodeChallenge.isVerifier("a".repeat(43) + "\n")).isFalse();
    Property.forAll(
        1_000,
        gen -> {
          String text = gen.mutated(gen.of(UNRESERVED, gen.between(42, 129)));
          boolean isUnreserved = text.chars().allMatch(c -> UNRESERVED.indexOf(c) >= 0);

          assertThat(CodeChallenge.isVerifier(text))
              .isEqualTo(isUnreserved && text.length() >= 43 && text.length() <= 128);
        });
  }
}
