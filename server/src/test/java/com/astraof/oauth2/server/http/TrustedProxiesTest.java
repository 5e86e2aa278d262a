package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose word on the client's address counts. */
final class TrustedProxiesTest {
  private final TrustedProxies proxies =
      TrustedProxies.parse("127.0.0.1, 10.0.0.0/9,fd00::/8").orElseThrow();

  private String client(String peer, String... forwardedFor) {
    return proxies.clientOf(InetAddress.ofLiteral(peer), List.of(forwardedFor)).getHostAddress();
  }

  @Test
  void a_proxy_of_ours_is_believed() {
    assertThat(client("127.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client("fd00::1", "203.0.113.9, 10.1.2.3")).isEqualTo("203.0.113.9");
    assertThat(client("127.0.0.1", "203.0.113.9", "10.127.0.1")).isEqualTo("203.0.113.9");
  }

  @Test
  @Rfc(value = 9700, section = "4.13")
  @Attack("S-01")
  void a_stranger_and_what_he_put_in_front_are_not() {
    assertThat(client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    assertThat(client("10.128.0.1", "198.51.100.1")).isEqualTo("10.128.0.1");
    assertThat(client("127.0.0.1", "198.51.100.1, 203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @Test
  void without_a_readable_address_the_proxy_itself_counts() {
    assertThat(client("127.0.0.1")).isEqualTo("127.0.0.1");
    assertThat(client("127.0.0.1", "")).isEqualTo("127.0.0.1");
    assertThat(client("127.0.0.1", "203.0.113.9, unknown")).isEqualTo("127.0.0.1");
  }

  @Test
  void what_is_no_address_or_network_is_refused() {
    for (String bad :
        List.of("proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129")) {
      assertThat(TrustedProxies.parse(bad)).as(bad).isEmpty();
    }
    assertThat(TrustedProxies.parse("")).contains(TrustedProxies.NONE);
  }
}
