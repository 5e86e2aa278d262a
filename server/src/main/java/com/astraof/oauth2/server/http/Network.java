package com.astraof.oauth2.server.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Addresses whose first bits are the same. */
public record Network(InetAddress address, int bits) {
  /**
   * @param text addresses and networks such as {@code 10.0.0.0/8}, separated by commas
   * @return empty when one of them is neither
   */
  public static Optional<List<Network>> list(String text) {
    var networks = new ArrayList<Network>();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      var network = parse(part.strip());
      if (network.isEmpty()) {
        return Optional.empty();
      }
      networks.add(network.get());
    }
    return Optional.of(networks);
  }

  private static Optional<Network> parse(String text) {
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

  static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress other) {
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
