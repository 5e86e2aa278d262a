package com.astraof.oauth2.core.token;

import static com.astraof.oauth2.core.token.Workshop.encoded;
import static com.astraof.oauth2.core.token.Workshop.part;
import static com.astraof.oauth2.core.token.Workshop.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a forger does who has no key of ours. */
class AccessTokenForgeryTest {
  private final Workshop workshop = new Workshop();
  private final String token = workshop.genuine();

  @Test
  @Rfc(value = 8725, section = "3.8")
  @Attack("T-02")
  void a_key_that_is_not_ours_is_refused_under_its_own_id_and_under_ours() throws Exception {
    ECKey theirs = theirs();
    String ownId = workshop.header("").replace(workshop.keyId(), theirs.getKeyID());

    assertThat(workshop.verify(signed(ownId, workshop.claims(), theirs))).isEmpty();
    assertThat(workshop.verify(signed(workshop.header(""), workshop.claims(), theirs))).isEmpty();
  }

  @ParameterizedTest
  @Rfc(value = 8725, section = "3.10")
  @Attack("T-02")
  @ValueSource(
      strings = {
        "",
        "../../../dev/null",
        "' or '1'='1",
        "https://evil.example/jwks.json",
        "*",
        "0"
      })
  void a_key_id_is_compared_and_never_interpreted(String kid) {
    String header = workshop.header("").replace(workshop.keyId(), kid);

    assertThat(workshop.verify(workshop.signed(header, workshop.claims()))).isEmpty();
  }

  @Test
  @Attack("T-02")
  void a_header_without_a_key_id_is_refused() {
    String header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}";

    assertThat(workshop.verify(workshop.signed(header, workshop.claims()))).isEmpty();
  }

  @Test
  @Attack("T-02")
  @Rfc(value = 8725, section = "3.10")
  void keys_that_a_header_brings_or_points_to_are_never_used_nor_fetched() throws Exception {
    ECKey theirs = theirs();
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var trap = ServerSocketChannel.open().bind(loopback)) {
      trap.configureBlocking(false);
      String url = "\"http:/" + trap.getLocalAddress() + "/keys\"";
      for (String bait :
          List.of(
              ",\"jwk\":" + theirs.toPublicJWK().toJSONString(),
              ",\"jwk\":" + theirs.toJSONString(),
              ",\"jku\":" + url,
              ",\"x5u\":" + url,
              ",\"x5c\":[\"AAAA\"]",
              ",\"jku\":\"file:///dev/zero\"")) {
        assertThat(workshop.verify(signed(workshop.header(bait), workshop.claims(), theirs)))
            .as(bait)
            .isEmpty();
      }
      assertThat(trap.accept()).as("a connection to the address in the header").isNull();
    }
  }

  @Test
  @Rfc(value = 6749, section = "10.3")
  @Rfc(value = 6750, section = "5.2")
  @Rfc(value = 8725, section = "3.3")
  @Rfc(value = 9068, section = "4")
  @Attack("T-05")
  void a_token_changed_anywhere_is_refused() {
    Property.forAll(1_000, gen -> assertThat(workshop.verify(gen.mutated(token))).isEmpty());
  }

  @Test
  @Attack("T-05")
  void a_signature_has_exactly_one_spelling() {
    String unsigned = part(token, 0) + "." + part(token, 1) + ".";
    String signature = part(token, 2);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(signature.charAt(85));
    String unusedBits = signature.substring(0, 85) + alphabet.charAt(last + 1);

    assertThat(workshop.verify(unsigned + signature)).isPresent();
    assertThat(workshop.verify(unsigned + unusedBits)).isEmpty();
    assertThat(workshop.verify(unsigned + signature + "==")).isEmpty();
    assertThat(workshop.verify(unsigned + signature + "!")).isEmpty();
    assertThat(workshop.verify(unsigned + "\n" + signature)).isEmpty();
    assertThat(workshop.verify(token + " ")).isEmpty();
    assertThat(workshop.verify(" " + token)).isEmpty();
  }

  @Test
  @Attack("T-05")
  void a_giant_token_is_refused() {
    String megabyte = "A".repeat(1 << 20);

    assertThat(workshop.verify(megabyte)).isEmpty();
    assertThat(workshop.verify(megabyte + "." + part(token, 1) + "." + part(token, 2))).isEmpty();
    assertThat(workshop.verify(token + megabyte)).isEmpty();
    assertThat(workshop.verify(".".repeat(1 << 20))).isEmpty();
  }

  @Test
  @Attack("T-05")
  void any_other_text_is_refused_and_does_not_throw() {
    Property.forAll(
        2_000,
        gen -> {
          String text =
              switch (gen.below(3)) {
                case 0 -> gen.garbage();
                case 1 -> gen.garbage() + "." + gen.garbage() + "." + gen.garbage();
                default ->
                    encoded(gen.mutated(workshop.header("")))
                        + "."
                        + encoded(gen.mutated(workshop.header("")))
                        + "."
                        + part(token, 2);
              };
          assertThat(workshop.verify(text)).isEmpty();
        });
  }

  private static ECKey theirs() throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
  }
}
