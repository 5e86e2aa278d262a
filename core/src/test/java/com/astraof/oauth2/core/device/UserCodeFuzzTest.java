package com.astraof.oauth2.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.util.List;

/** User codes as people type them. */
final class UserCodeFuzzTest extends FuzzTest {
  @Override
  protected List<byte[]> seeds() {
    return texts("WDJB-MJHT", "wdjb mjht", "ｗdjb–mjht", "ßdjbmjht", "WDJBMJHT".repeat(9), "\u0130");
  }

  @Override
  protected void read(byte[] input) {
    UserCode.read(utf8(input))
        .ifPresent(code -> assertThat(UserCode.read(code.toString())).contains(code));
  }
}
