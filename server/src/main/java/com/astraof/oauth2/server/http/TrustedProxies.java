package com.astraof.oauth2.server.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
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
    var networks = new ArrayList<Network>();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      var network = Network.parse(part.strip());
      if (network.isEmpty()) {
        return Optional.empty();
      }
      networks.add(network.get());
    }
    return Optional.of(new TrustedProxies(networks));
  }

  InetAddress clientOf(InetAddress peer, List<String> forwardedFor) {
    InetAddress client = peer;
    List<String> hops = List.of(String.join(",", forwardedFor).split(",", -1)).reversed();
    for (String hop : hops) {
      var address = literal(hop.strip());
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

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Addresses whose first bits are the same. */
  public record Network(InetAddress address, int bits) {
    static Optional<Network> parse(String text) {
      int slash = text.indexOf('/');
      String host = slash < 0 ? text : text.substring(0, slash);
      return literal(host)
          .flatMap(
              address -> {
                int all = address.getAddress().length * 8;
                String bits = slash < 0 ? Integer.toString(all) : text.substring(slash + 1);
                return bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= all
                    ? Optional.of(new Network(address, Integer.parseInt(bits)))
                    : Optional.empty();
              });
    }

    boolean contains(InetAddress other) {
      byte[] mine = address.getAddress();
      byte[] theirs = other.getAddress();
      int whole = bits / 8;
      if (mine.length != theirs.length || !Arrays.equals(mine, 0, whole, theirs, 0, whole)) {
        return false;
      }
      int rest = bits % 8;
      return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xff) >> (8 - rest) == 0;
    }
  }
}
