package com.astraof.oauth2.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.http.Network;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicAddressesTest {
  private final PublicAddresses addresses = new PublicAddresses(List.of());

  private boolean contain(String address) {
    return addresses.contain(InetAddress.ofLiteral(address));
  }

  @ParameterizedTest
  @Attack("A-07")
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "::8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void what_is_not_of_the_public_internet_is_refused(String address) {
    assertThat(contain(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "2400:cb00::1"
      })
  void the_public_internet_may_be_called(String address) {
    assertThat(contain(address)).isTrue();
  }

  @Test
  void what_the_operator_adds_may_be_called_and_nothing_beside_it() {
    var some = new PublicAddresses(Network.list("10.1.0.0/16, fd00::/8").orElseThrow());

    assertThat(some.contain(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(some.contain(InetAddress.ofLiteral("fd00::1"))).isTrue();
    assertThat(some.contain(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
    assertThat(some.contain(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
  }
}
