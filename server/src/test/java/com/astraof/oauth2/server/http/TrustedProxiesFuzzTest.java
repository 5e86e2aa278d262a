package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.net.InetAddress;
import java.util.List;

/** X-Forwarded-For as it comes through a proxy, and the setting that names the proxies. */
final class TrustedProxiesFuzzTest extends FuzzTest {
  private static final InetAddress PROXY = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress STRANGER = InetAddress.ofLiteral("198.51.100.7");
  private static final TrustedProxies TRUSTED =
      TrustedProxies.parse("127.0.0.1,::1,10.0.0.0/8").orElseThrow();

  @Override
  protected List<byte[]> seeds() {
    return texts(
        "203.0.113.9, 10.1.2.3",
        "2001:db8::1, ::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1, 0x7f.1, 010.0.0.1, 2130706433",
        "fe80::1%99999999999",
        "unknown, _hidden, [::1]:80",
        "10.0.0.0/8,fd00::/129,1.2.3.4/",
        ",".repeat(4_000));
  }

  @Override
  protected void read(byte[] input) {
    String text = latin(input);
    assertThat(TRUSTED.clientOf(PROXY, List.of(text)).getHostAddress()).isNotEmpty();
    assertThat(TRUSTED.clientOf(STRANGER, List.of(text))).isEqualTo(STRANGER);
    TrustedProxies.parse(text).ifPresent(proxies -> proxies.clientOf(PROXY, List.of(text)));
  }
}
