package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Queries and form bodies, and the token requests in them. */
final class ParametersFuzzTest extends FuzzTest {
  @Override
  protected List<byte[]> seeds() {
    return texts(
        "grant_type=authorization_code&code=abc&redirect_uri=https%3A%2F%2Fapp.example%2Fcb"
            + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "grant_type=refresh_token&refresh_token=r&scope=identify+email",
        "grant_type=client_credentials&scope=",
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=d",
        "a=1&a=2&&=&=x&%",
        "a=%c3%28&b=%e0%a4%a",
        "&".repeat(300),
        "a&".repeat(120));
  }

  @Override
  protected void read(byte[] input) {
    String text = latin(input);
    try {
      Parameters parameters = Parameters.parse(text);
      assertThat(TokenRequest.parse(parameters)).isNotNull();
    } catch (MalformedRequest e) {
      assertThat(e.problem().message()).isNotEmpty();
    }
    String any = utf8(input);
    assertThat(Parameters.decode(URLEncoder.encode(any, StandardCharsets.UTF_8))).isEqualTo(any);
  }
}
