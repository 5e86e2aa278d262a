package com.astraof.oauth2.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.util.List;

/** What would happen if we had signed something strange: the claims, then the header. */
final class AccessTokenClaimsFuzzTest extends FuzzTest {
  private final Workshop workshop = new Workshop();

  @Override
  protected List<byte[]> seeds() {
    String claims = workshop.claims();
    return texts(
        claims + "\n" + workshop.header(""),
        claims.replace("\"scope\"", "\"cnf\":{\"jkt\":\"x\"},\"scope\"") + "\n" + "{}",
        "null\n" + workshop.header(""),
        "{\"exp\":1e300,\"iat\":-1e300,\"aud\":null,\"sub\":[]}\n" + workshop.header(""),
        "\nnull");
  }

  @Override
  protected void read(byte[] input) {
    String text = utf8(input);
    int line = text.indexOf('\n');
    String claims = line < 0 ? text : text.substring(0, line);
    String header = line < 0 ? workshop.header("") : text.substring(line + 1);
    workshop
        .verify(workshop.signed(header, claims))
        .ifPresent(token -> assertThat(token.expiresAt()).isAfter(Workshop.NOW));
  }
}
