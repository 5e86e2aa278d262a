package com.astraof.oauth2.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.util.List;

/** Where someone wants to go after signing in: it never leaves this host. */
final class ReturnToFuzzTest extends FuzzTest {
  @Override
  protected List<byte[]> seeds() {
    return texts(
        "/oauth2/authorize?client_id=10&scope=identify",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "https://evil.example",
        "/" + "a".repeat(9_000));
  }

  @Override
  protected void read(byte[] input) {
    ReturnTo returnTo = ReturnTo.of(utf8(input));
    assertThat(returnTo.path()).startsWith("/").doesNotContain("\\").doesNotStartWith("//");
    assertThat(returnTo.path().chars()).allMatch(c -> c > ' ' && c < 127);
    assertThat(returnTo.bySigningIn()).startsWith("/login?return_to=%2F");
    assertThat(returnTo.authorizationQuery()).isNotNull();
  }
}
