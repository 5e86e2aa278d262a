package com.astraof.oauth2.core.dpop;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A stranger signs whatever they like with a key of their own: the claims, then the header. */
final class SignedDpopProofFuzzTest extends FuzzTest {
  private static final String CLAIMS =
      "{\"jti\":\"a\",\"iat\":1700000000,\"htm\":\"POST\",\"htu\":\"https://astral.example/token\"}";

  private final ECKey key = newKey();
  private final String header =
      "{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\",\"jwk\":" + key.toPublicJWK().toJSONString() + "}";

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected List<byte[]> seeds() {
    return texts(
        CLAIMS + "\n" + header,
        CLAIMS.replace("1700000000", "1e300") + "\n" + header,
        CLAIMS.replace("\"POST\"", "[1]") + "\n" + header,
        "{\"ath\":null,\"nonce\":{}}\n" + header,
        CLAIMS + "\n" + header.replace("{\"alg\"", "{\"crit\":[\"exp\"],\"alg\""),
        CLAIMS + "\n{\"alg\":\"RS256\",\"typ\":\"dpop+jwt\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"\"}}",
        "null\nnull");
  }

  @Override
  protected void read(byte[] input) throws JOSEException {
    String text = utf8(input);
    int line = text.indexOf('\n');
    String claims = line < 0 ? text : text.substring(0, line);
    String signed = encoded(line < 0 ? header : text.substring(line + 1)) + "." + encoded(claims);
    var signature =
        new ECDSASigner(key)
            .sign(new JWSHeader(JWSAlgorithm.ES256), signed.getBytes(StandardCharsets.US_ASCII));
    DpopProof.read(signed + "." + signature)
        .ifPresent(proof -> HttpAddress.isSame(proof.htu(), "https://astral.example/token"));
  }

  private static String encoded(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }
}
