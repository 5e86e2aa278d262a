package com.astraof.oauth2.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds the address that a request really came from. {@code X-Forwarded-For} counts only when the
 * peer is a proxy of ours, and in it only what such proxies added: the first address from the right
 * that is none of them.
 */
public record TrustedProxies(List<Network> networks) {
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /**
   * @param text addresses and networks such as {@code 10.0.0.0/8}, separated by commas
   * @return empty when one of them is neither
   */
  public static Optional<TrustedProxies> parse(String text) {
    return Network.list(text).map(TrustedProxies::new);
  }

  boolean trust(SocketAddress peer) {
    return peer instanceof InetSocketAddress internet && contains(internet.getAddress());
  }

  InetAddress clientOf(InetAddress peer, List<String> forwardedFor) {
    if (!contains(peer)) {
      return peer;
    }
    InetAddress client = peer;
    List<String> hops = List.of(String.join(",", forwardedFor).split(",", -1)).reversed();
    for (String hop : hops) {
      var address = Network.literal(hop.strip());
      if (!contains(client) || address.isEmpty()) {
        break;
      }
      client = address.get();
    }
    return client;
  }

  private boolean contains(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
