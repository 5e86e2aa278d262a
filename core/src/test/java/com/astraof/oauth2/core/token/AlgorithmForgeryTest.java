package com.astraof.oauth2.core.token;

import static com.astraof.oauth2.core.token.Workshop.NOW;
import static com.astraof.oauth2.core.token.Workshop.encoded;
import static com.astraof.oauth2.core.token.Workshop.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a forger tries with the algorithm, against keys of every algorithm. */
class AlgorithmForgeryTest {
  private static final BigInteger ED25519_ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final List<String> OTHERS =
      List.of(
          "ES256", "ES384", "ES512", "ES256K", "RS256", "RS384", "PS256", "EdDSA", "Ed25519",
          "HS256", "HS512", "es256", "rs256", "eddsa");

  @ParameterizedTest
  @EnumSource
  @Attack("T-01")
  @Rfc(value = 8725, section = "3.1")
  @Rfc(value = 8725, section = "3.2")
  @Rfc(value = 9068, section = "2.1")
  void alg_none_is_refused_with_and_without_a_signature(SigningAlgorithm algorithm) {
    var workshop = new Workshop(algorithm);
    String token = workshop.genuine();

    for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
      String named = encoded(workshop.header("").replace(algorithm.wire(), none));
      String nameless = encoded("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}");
      for (String header : List.of(named, nameless)) {
        assertThat(workshop.verify(header + "." + part(token, 1) + ".")).isEmpty();
        assertThat(workshop.verify(header + "." + part(token, 1))).isEmpty();
        assertThat(workshop.verify(header + "." + part(token, 1) + "." + part(token, 2))).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Attack("T-01")
  @Rfc(value = 8725, section = "2.1")
  void a_mac_keyed_by_the_public_key_is_refused(SigningAlgorithm algorithm) throws Exception {
    var workshop = new Workshop(algorithm);
    String header = workshop.header("").replace(algorithm.wire(), "HS256");
    String input = encoded(header) + "." + part(workshop.genuine(), 1);

    for (byte[] key : publicTexts(workshop)) {
      var mac =
          new MACSigner(key)
              .sign(new JWSHeader(JWSAlgorithm.HS256), input.getBytes(StandardCharsets.US_ASCII));
      assertThat(workshop.verify(input + "." + mac)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Attack("T-01")
  @Rfc(value = 8725, section = "3.1")
  void another_algorithm_than_the_keys_is_refused(SigningAlgorithm algorithm) {
    var workshop = new Workshop(algorithm);

    for (String other : OTHERS) {
      String header = workshop.header("").replace(algorithm.wire(), other);
      boolean isTheKeys = other.equals(algorithm.wire());
      assertThat(workshop.verify(workshop.signed(header, workshop.claims())).isPresent())
          .as(other)
          .isEqualTo(isTheKeys);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Attack("T-01")
  @Rfc(value = 8725, section = "3.1")
  void a_key_accepts_nothing_that_a_key_of_another_algorithm_signed(SigningAlgorithm algorithm) {
    var workshop = new Workshop(algorithm);
    String ours = workshop.keyId();
    for (SigningAlgorithm other : SigningAlgorithm.values()) {
      var elsewhere = new Workshop(other);
      String header = elsewhere.header("").replace(elsewhere.keyId(), ours);

      assertThat(workshop.verify(elsewhere.signed(header, workshop.claims()))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Attack("T-05")
  void a_signature_of_zeros_or_of_the_wrong_length_is_refused(SigningAlgorithm algorithm) {
    var workshop = new Workshop(algorithm);
    String token = workshop.genuine();
    String unsigned = part(token, 0) + "." + part(token, 1) + ".";

    for (int length : new int[] {0, 1, 63, 64, 65, 72, 96, 132, 255, 256, 257}) {
      byte[] zeros = new byte[length];
      assertThat(workshop.verify(unsigned + Base64Url.encode(zeros))).isEmpty();
      byte[] oneIsZero = new byte[length + 1];
      oneIsZero[length] = 1;
      assertThat(workshop.verify(unsigned + Base64Url.encode(oneIsZero))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Attack("T-05")
  void a_signature_has_no_twin_by_arithmetic(SigningAlgorithm algorithm) {
    var workshop = new Workshop(algorithm);
    Property.forAll(
        20,
        _ -> {
          String token = workshop.genuine();
          String unsigned = part(token, 0) + "." + part(token, 1) + ".";
          byte[] signature = Base64Url.decode(part(token, 2)).orElseThrow();

          for (byte[] twin : twins(workshop, signature)) {
            assertThat(workshop.verify(unsigned + Base64Url.encode(twin))).isEmpty();
          }
          assertThat(workshop.tokens.verify(new Secret(token), NOW)).isPresent();
        });
  }

  /** What equations and moduli allow: (r, n − s), s + n, S + L. */
  private static List<byte[]> twins(Workshop workshop, byte[] signature) {
    return switch (workshop.keys.current(NOW).algorithm()) {
      case ES256 -> {
        BigInteger order = Curve.P_256.toECParameterSpec().getOrder();
        BigInteger s = new BigInteger(1, signature, 32, 32);
        yield List.of(
            withTail(signature, order.subtract(s)),
            withTail(signature, order.add(s)),
            withTail(signature, order));
      }
      case RS256 -> {
        BigInteger s = new BigInteger(1, signature);
        BigInteger modulus = published(workshop).toRSAKey().getModulus().decodeToBigInteger();
        yield List.of(
            bytes(s.add(modulus), signature.length), bytes(modulus.subtract(s), signature.length));
      }
      case EDDSA -> {
        byte[] tail = reversed(Arrays.copyOfRange(signature, 32, 64));
        byte[] twin = bytes(new BigInteger(1, tail).add(ED25519_ORDER), 32);
        byte[] both = Arrays.copyOf(signature, 64);
        System.arraycopy(reversed(twin), 0, both, 32, 32);
        yield List.of(both);
      }
    };
  }

  private static List<byte[]> publicTexts(Workshop workshop) throws Exception {
    JWK key = published(workshop);
    var texts = new ArrayList<byte[]>();
    texts.add(key.toJSONString().getBytes(StandardCharsets.UTF_8));
    texts.add(key.computeThumbprint().decode());
    texts.add(workshop.keyId().getBytes(StandardCharsets.UTF_8));
    switch (key) {
      case ECKey ec -> texts.add(ec.toECPublicKey().getEncoded());
      case RSAKey rsa -> texts.add(rsa.toRSAPublicKey().getEncoded());
      default -> texts.add(key.toOctetKeyPair().getDecodedX());
    }
    return texts;
  }

  private static JWK published(Workshop workshop) {
    return workshop.keys.published(NOW).getKeys().getFirst();
  }

  private static byte[] withTail(byte[] signature, BigInteger tail) {
    byte[] other = Arrays.copyOf(signature, 64);
    System.arraycopy(bytes(tail, 32), 0, other, 32, 32);
    return other;
  }

  /** The last bytes of the number, with zeros in front. */
  private static byte[] bytes(BigInteger number, int length) {
    byte[] all = number.toByteArray();
    byte[] bytes = new byte[length];
    int count = Math.min(all.length, length);
    System.arraycopy(all, all.length - count, bytes, length - count, count);
    return bytes;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
