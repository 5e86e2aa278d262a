package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.testing.FuzzTest;
import java.util.List;

/** Headers that are taken apart: cookies and the User-Agent. */
final class CallFuzzTest extends FuzzTest {
  @Override
  protected List<byte[]> seeds() {
    return texts(
        "astral_session=abc; __Host-astral_session=def",
        "a;;=;astral_session;astral_session=",
        " ; ".repeat(3_000),
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36",
        "Version/" + "1.".repeat(2_000));
  }

  @Override
  protected void read(byte[] input) {
    String text = latin(input);
    Calls.with("cookie", text)
        .cookie("astral_session")
        .ifPresent(value -> assertThat(text).contains("astral_session=" + value));
    assertThat(Device.read(text)).isNotNull();
  }
}
