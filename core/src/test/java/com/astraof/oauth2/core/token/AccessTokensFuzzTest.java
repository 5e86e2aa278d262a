package com.astraof.oauth2.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.util.List;

/** Access tokens: only what was signed here is one, in one spelling. */
final class AccessTokensFuzzTest extends FuzzTest {
  private final Workshop workshop = new Workshop();
  private final String genuine = workshop.genuine();

  @Override
  protected List<byte[]> seeds() {
    String header = workshop.header("");
    String rest = genuine.substring(genuine.indexOf('.'));
    return texts(
        genuine,
        Workshop.encoded("null") + rest,
        Workshop.encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + rest,
        Workshop.encoded("{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"b64\":false}") + rest,
        Workshop.encoded("{\"alg\":\"RSA-OAEP\",\"enc\":\"A128GCM\",\"zip\":\"DEF\"}") + rest,
        Workshop.encoded("{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\"},\"x5c\":[1]}") + rest,
        Workshop.encoded(header) + "..",
        "e30.e30.AA",
        "....");
  }

  @Override
  protected void read(byte[] input) {
    String text = latin(input);
    if (workshop.verify(text).isPresent()) {
      assertThat(text).isEqualTo(genuine);
    }
  }
}
