package com.astraof.oauth2.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClientKeyRulesTest {
  private static String set(JWK... keys) {
    return new JWKSet(List.of(keys)).toString();
  }

  @Test
  @Rfc(value = 7591, section = "2")
  void strong_public_keys_may_be_registered() throws JOSEException {
    var ec = new ECKeyGenerator(Curve.P_256).keyID("a").generate().toPublicJWK();
    var rsa = new RSAKeyGenerator(2048).keyID("b").generate().toPublicJWK();

    assertThat(ClientKeyRules.problemWith(set(ec, rsa))).isEmpty();
    assertThat(ClientKeyRules.problemWith(set(ec))).isEmpty();
  }

  @Test
  void a_private_or_secret_key_is_refused_with_what_to_do() throws JOSEException {
    var pair = new ECKeyGenerator(Curve.P_256).generate();
    String whole = "{\"keys\":[" + pair.toJSONString() + "]}";
    String shared = new OctetSequenceKeyGenerator(256).generate().toJSONString();

    assertThat(ClientKeyRules.problemWith(whole).orElseThrow()).contains("private", "new pair");
    assertThat(ClientKeyRules.problemWith("{\"keys\":[" + shared + "]}").orElseThrow())
        .contains("secret key");
  }

  @Test
  @Spec(value = "FAPI", section = "5.4.1")
  @Spec(value = "FAPI", section = "5.4.3")
  void weak_foreign_or_nameless_keys_are_refused() throws JOSEException {
    var weak = new RSAKeyGenerator(1024, true).generate().toPublicJWK();
    var foreign = new ECKeyGenerator(Curve.P_521).generate().toPublicJWK();
    var sealing =
        new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).generate().toPublicJWK();
    var one = new ECKeyGenerator(Curve.P_256).keyID("same").generate().toPublicJWK();
    var other = new ECKeyGenerator(Curve.P_256).keyID("same").generate().toPublicJWK();

    for (String set : List.of(set(weak), set(foreign), set(sealing), set(one, other), set())) {
      assertThat(ClientKeyRules.problemWith(set)).as(set).isPresent();
    }
  }

  @Test
  @Attack("S-03")
  void whatever_comes_as_a_key_set_is_read_or_refused_and_no_more() throws JOSEException {
    Property.forAll(500, gen -> assertThat(ClientKeyRules.problemWith(gen.garbage())).isPresent());
    assertThat(ClientKeyRules.problemWith("{\"keys\":" + "[".repeat(5_000))).isPresent();
    String genuine = set(new ECKeyGenerator(Curve.P_256).keyID("a").generate().toPublicJWK());
    Property.forAll(
        2_000, gen -> assertThat(ClientKeyRules.problemWith(gen.mutated(genuine))).isNotNull());
    assertThat(ClientKeyRules.problemWith("x".repeat(20_000))).isPresent();
  }
}
