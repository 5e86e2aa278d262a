package com.astraof.oauth2.server.fetch;

import com.astraof.oauth2.server.http.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * The addresses that the server may call: those of the public internet, and networks that the
 * operator adds. Refused is what IANA reserves for anything else, and whatever carries another
 * address within.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4, special</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6, special</a>
 */
final class PublicAddresses {
  /** All else, such as loopback, link-local, unique local, mapped and NAT64, lies outside of it. */
  private static final List<Network> GLOBAL_IPV6 = networks("2000::/3");

  private static final List<Network> SPECIAL =
      networks(
          // This network, private, shared by a carrier's customers, loopback, link-local.
          "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12",
          // Protocols, documentation, 6to4 relays, private, benchmarks, documentation.
          "192.0.0.0/24,192.0.2.0/24,192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24",
          // Documentation, multicast, reserved and broadcast.
          "203.0.113.0/24,224.0.0.0/4,240.0.0.0/4",
          // Protocols (Teredo among them), documentation, 6to4, documentation.
          "2001::/23,2001:db8::/32,2002::/16,3fff::/20");

  private final List<Network> added;

  PublicAddresses(List<Network> added) {
    this.added = List.copyOf(added);
  }

  boolean contain(InetAddress address) {
    return isIn(added, address) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    boolean isGlobal = address instanceof Inet4Address || isIn(GLOBAL_IPV6, address);
    return isGlobal && !isIn(SPECIAL, address);
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... lists) {
    return Network.list(String.join(",", lists)).orElseThrow();
  }
}
