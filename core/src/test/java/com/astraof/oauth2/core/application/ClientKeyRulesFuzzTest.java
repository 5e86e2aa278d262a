package com.astraof.oauth2.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.util.List;

/** JWK Sets that developers register. */
final class ClientKeyRulesFuzzTest extends FuzzTest {
  private static final String EC =
      "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
          + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";

  @Override
  protected List<byte[]> seeds() {
    return texts(
        "{\"keys\":[" + EC + "]}",
        "{\"keys\":[" + EC + "," + EC.replace("}", ",\"kid\":\"2\",\"use\":\"sig\"}") + "]}",
        "{\"keys\":[" + EC.replace("}", ",\"d\":\"AA\",\"x5c\":[\"AA\"],\"exp\":1e99}") + "]}",
        "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"" + "_".repeat(342) + "\",\"e\":\"AQAB\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"},{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}]}",
        "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"\",\"oth\":[{}]}]}",
        "null",
        "{\"keys\":" + "[".repeat(2_000));
  }

  @Override
  protected void read(byte[] input) {
    ClientKeyRules.problemWith(utf8(input)).ifPresent(problem -> assertThat(problem).isNotEmpty());
  }
}
