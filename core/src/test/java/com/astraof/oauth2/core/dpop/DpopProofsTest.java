package com.astraof.oauth2.core.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.dpop.DpopProofs.Outcome;
import com.astraof.oauth2.core.dpop.DpopProofs.Use;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ProofMaker;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DpopProofsTest {
  private static final String TOKEN = "https://astral.example/api/v1/oauth2/token";
  private static final Instant NOW = TestClock.START;
  private static final Use AT_TOKEN = new Use("POST", TOKEN, null);
  private static final MasterKeys MASTERS = MasterKeys.of(MasterKey.generate(new SeededEntropy(1)));

  private final DpopProofs proofs = new DpopProofs(new DpopNonces(MASTERS, false));
  private final ProofMaker client = ProofMaker.withNewKey();

  private Outcome check(String proof) {
    return proofs.check(proof, AT_TOKEN, NOW);
  }

  private void isRefused(String proof) {
    assertThat(check(proof)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  @Rfc(value = 9449, section = "4.3")
  void a_good_proof_shows_the_key() {
    assertThat(check(client.proof("POST", TOKEN, NOW)))
        .isEqualTo(new Outcome.Proven(new Thumbprint(client.thumbprint())));
  }

  @Test
  @Rfc(value = 9449, section = "11.1")
  @Attack("T-18")
  void a_proof_works_once() {
    String proof = client.proof("POST", TOKEN, NOW);

    assertThat(check(proof)).isInstanceOf(Outcome.Proven.class);
    isRefused(proof);
    assertThat(check(client.proof("POST", TOKEN, NOW))).isInstanceOf(Outcome.Proven.class);
  }

  @Test
  @Rfc(value = 9449, section = "11.1")
  @Attack("T-18")
  void of_many_uses_at_once_one_works() throws Exception {
    String proof = client.proof("POST", TOKEN, NOW);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 64).<Callable<Outcome>>mapToObj(_ -> () -> check(proof)).toList();
      int good = 0;
      for (var told : threads.invokeAll(tries)) {
        if (told.get() instanceof Outcome.Proven) {
          good++;
        }
      }

      assertThat(good).isEqualTo(1);
    }
  }

  @Test
  @Rfc(value = 9449, section = "11.1")
  @Attack("T-18")
  void a_replay_is_remembered_for_as_long_as_the_proof_is_young_enough() {
    String proof = client.proof("POST", TOKEN, NOW.plusSeconds(10));
    assertThat(check(proof)).isInstanceOf(Outcome.Proven.class);

    for (int later = 1; later <= 75; later++) {
      Instant then = NOW.plusSeconds(later);
      proofs.check(client.proof("POST", TOKEN, then), AT_TOKEN, then);

      assertThat(proofs.check(proof, AT_TOKEN, then)).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  @Rfc(value = 9449, section = "4.3")
  @Attack("T-18")
  void a_proof_fits_one_method_and_address() {
    isRefused(client.proof("GET", TOKEN, NOW));
    isRefused(client.proof("post", TOKEN, NOW));
    isRefused(client.proof("POST", "https://astral.example/api/v1/users/@me", NOW));
    isRefused(client.proof("POST", "http://astral.example/api/v1/oauth2/token", NOW));
    isRefused(client.proof("POST", "https://astral.example.evil/api/v1/oauth2/token", NOW));
    isRefused(client.proof("POST", "https://ada@astral.example/api/v1/oauth2/token", NOW));
    isRefused(client.proof("POST", "no address", NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://astral.example:443/api/v1/oauth2/token",
        "HTTPS://Astral.Example/api/v1/oauth2/token",
        "https://astral.example/api/v1/oauth2/token?more=1#end",
        "https://astral.example/api/v1/../v1/oauth2/token",
      })
  @Rfc(value = 9449, section = "4.3")
  void an_address_has_many_spellings(String spelling) {
    assertThat(check(client.proof("POST", spelling, NOW))).isInstanceOf(Outcome.Proven.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-61, -3_600, 11, 86_400})
  @Rfc(value = 9449, section = "11.1")
  @Attack("T-18")
  void an_old_proof_and_one_from_the_future_are_refused(int seconds) {
    isRefused(client.proof("POST", TOKEN, NOW.plusSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, 0, 10})
  @Rfc(value = 9449, section = "4.3")
  void clocks_may_differ_a_little(int seconds) {
    assertThat(check(client.proof("POST", TOKEN, NOW.plusSeconds(seconds))))
        .isInstanceOf(Outcome.Proven.class);
  }

  @Test
  @Rfc(value = 9449, section = "4.2")
  @Attack("T-18")
  void whatever_a_proof_must_have_is_missed() {
    for (String claim : List.of("htm", "htu")) {
      isRefused(client.proof("POST", TOKEN, NOW, claims -> claims.claim(claim, null)));
    }
    isRefused(client.proof("POST", TOKEN, NOW, claims -> claims.jwtID(null)));
    isRefused(client.proof("POST", TOKEN, NOW, claims -> claims.jwtID("x".repeat(257))));
    isRefused(client.proof("POST", TOKEN, NOW, claims -> claims.issueTime(null)));
    isRefused(proofWith("JWT"));
    isRefused(proofWith("at+jwt"));
    isRefused(client.proof("POST", TOKEN, NOW, header -> header.jwk(null), claims -> {}));
    isRefused(
        client.proof(
            "POST", TOKEN, NOW, header -> header.criticalParams(Set.of("b64")), claims -> {}));
  }

  private String proofWith(String type) {
    return client.proof(
        "POST", TOKEN, NOW, header -> header.type(new JOSEObjectType(type)), claims -> {});
  }

  @Test
  @Rfc(value = 9449, section = "4.3")
  @Attack("T-18")
  void a_proof_is_signed_by_the_key_it_brings_and_by_no_shared_or_weak_one() throws JOSEException {
    var other = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
    isRefused(client.proof("POST", TOKEN, NOW, header -> header.jwk(other), claims -> {}));
    var weak = new RSAKeyGenerator(1024, true).generate();
    isRefused(new ProofMaker(weak, JWSAlgorithm.PS256).proof("POST", TOKEN, NOW));
    var foreign = new ECKeyGenerator(Curve.P_384).generate();
    isRefused(new ProofMaker(foreign, JWSAlgorithm.ES384).proof("POST", TOKEN, NOW));
    String none = "eyJhbGciOiJub25lIiwidHlwIjoiZHBvcCtqd3QifQ.e30.";
    isRefused(none);
  }

  @Test
  @Rfc(value = 9449, section = "4.2")
  void rsa_keys_are_welcome_too() throws JOSEException {
    var rsa = new ProofMaker(new RSAKeyGenerator(2048).generate(), JWSAlgorithm.PS256);

    assertThat(check(rsa.proof("POST", TOKEN, NOW))).isInstanceOf(Outcome.Proven.class);
  }

  @Test
  @Rfc(value = 9449, section = "4.3")
  @Attack("T-18")
  void beside_an_access_token_a_proof_names_its_hash() {
    var use = new Use("POST", TOKEN, new Secret("the token"));

    assertThat(proofs.check(client.proofFor("the token", "POST", TOKEN, NOW), use, NOW))
        .isInstanceOf(Outcome.Proven.class);
    assertThat(proofs.check(client.proofFor("another", "POST", TOKEN, NOW), use, NOW))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(proofs.check(client.proof("POST", TOKEN, NOW), use, NOW))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  @Rfc(value = 9449, section = "8")
  @Attack("T-18")
  void where_nonces_are_asked_for_a_proof_carries_a_fresh_one() {
    var strict = new DpopProofs(new DpopNonces(MASTERS, true));
    String nonce = strict.nonce(NOW).orElseThrow();

    assertThat(strict.check(client.proof("POST", TOKEN, NOW), AT_TOKEN, NOW))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.error().code()).isEqualTo(Code.USE_DPOP_NONCE));
    for (int later : List.of(0, 29, 59)) {
      assertThat(strict.check(withNonce(nonce, later), AT_TOKEN, NOW.plusSeconds(later)))
          .as("after " + later)
          .isInstanceOf(Outcome.Proven.class);
    }
    assertThat(strict.check(withNonce(nonce, 90), AT_TOKEN, NOW.plusSeconds(90)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(strict.check(withNonce("mine", 0), AT_TOKEN, NOW))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(proofs.nonce(NOW)).isEmpty();
  }

  private String withNonce(String nonce, int later) {
    return client.proof(
        "POST", TOKEN, NOW.plusSeconds(later), claims -> claims.claim("nonce", nonce));
  }

  @Test
  @Attack("T-18")
  @Attack("T-05")
  void whatever_comes_as_a_proof_is_read_or_refused_and_no_more() {
    String genuine = client.proof("POST", TOKEN, NOW);
    Property.forAll(
        1_000,
        gen -> {
          isRefused(gen.garbage());
          isRefused(gen.mutated(genuine));
        });
    isRefused("x.".repeat(1_000_000));
  }
}
