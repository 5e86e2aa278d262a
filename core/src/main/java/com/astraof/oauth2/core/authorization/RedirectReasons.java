package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.protocol.RedirectUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In what an address differs from the nearest one that is registered. */
final class RedirectReasons {
  private RedirectReasons() {}

  static Reason of(String asked, List<RedirectUri> registered) {
    URI address = read(asked).orElse(null);
    if (address == null) {
      return Reason.of(Cause.REDIRECT_UNREADABLE);
    }
    String shown = shown(address);
    return registered.stream()
        .flatMap(one -> read(one.value()).stream())
        .min(Comparator.comparingInt(one -> differences(address, one).size()))
        .map(nearest -> Reason.naming(difference(address, nearest), shown, shown(nearest)))
        .orElseGet(() -> Reason.naming(Cause.REDIRECT_NONE, shown));
  }

  private static Optional<URI> read(String address) {
    try {
      return Optional.of(new URI(address)).filter(URI::isAbsolute);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The first is the one to look at first. */
  private static Cause difference(URI asked, URI registered) {
    var differences = differences(asked, registered);
    return differences.isEmpty() ? Cause.REDIRECT_CASE : differences.getFirst();
  }

  private static List<Cause> differences(URI asked, URI registered) {
    var differences = new ArrayList<Cause>();
    if (!folded(asked.getScheme()).equals(folded(registered.getScheme()))) {
      differences.add(Cause.REDIRECT_SCHEME);
    }
    if (!folded(asked.getHost()).equals(folded(registered.getHost()))) {
      differences.add(Cause.REDIRECT_HOST);
    }
    if (asked.getPort() != registered.getPort()) {
      differences.add(Cause.REDIRECT_PORT);
    }
    pathDifference(text(asked.getRawPath()), text(registered.getRawPath()))
        .ifPresent(differences::add);
    if (!text(asked.getRawQuery()).equals(text(registered.getRawQuery()))
        || asked.getRawFragment() != null) {
      differences.add(Cause.REDIRECT_QUERY);
    }
    return differences;
  }

  private static Optional<Cause> pathDifference(String asked, String registered) {
    if (asked.equals(registered)) {
      return Optional.empty();
    }
    if (asked.equals(registered + "/") || registered.equals(asked + "/")) {
      return Optional.of(Cause.REDIRECT_SLASH);
    }
    return Optional.of(
        folded(asked).equals(folded(registered)) ? Cause.REDIRECT_CASE : Cause.REDIRECT_PATH);
  }

  /** Without query, fragment and user: what strangers put there is nobody's to read. */
  private static String shown(URI address) {
    if (address.isOpaque()) {
      return address.getScheme() + ":";
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String host = address.getHost() == null ? "" : "//" + address.getHost() + port;
    return address.getScheme() + ":" + host + text(address.getRawPath());
  }

  private static String folded(@Nullable String text) {
    return text(text).toLowerCase(Locale.ROOT);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
