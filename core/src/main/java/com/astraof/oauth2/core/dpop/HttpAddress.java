package com.astraof.oauth2.core.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses as RFC 9449 §4.3 compares them: normalized, without query and fragment. */
final class HttpAddress {
  private HttpAddress() {}

  static boolean isSame(String one, String other) {
    return normal(one).isPresent() && normal(one).equals(normal(other));
  }

  /** RFC 3986 §6.2.2 and §6.2.3; empty for what is no address of http or https. */
  private static Optional<String> normal(String text) {
    try {
      URI uri = new URI(text).parseServerAuthority().normalize();
      if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      String path = uri.getPath().isEmpty() ? "/" : uri.getPath();
      return port(scheme, uri.getPort())
          .map(port -> scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> port(String scheme, int port) {
    return switch (scheme) {
      case "https" -> Optional.of(port == -1 || port == 443 ? "" : ":" + port);
      case "http" -> Optional.of(port == -1 || port == 80 ? "" : ":" + port);
      default -> Optional.empty();
    };
  }
}
