package com.astraof.oauth2.core.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a client's document, which is its {@code client_id}.
 *
 * @param text as it came: it is compared character by character
 * @param host in small letters
 */
record DocumentAddress(String text, String host) {
  static final String SCHEME = "https://";

  private static final int LONGEST = 256;
  private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\\\\\"<>^`{|}#]]+");
  private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");

  /** Empty for what cannot be one. */
  static Optional<DocumentAddress> parse(String text) {
    if (text.length() > LONGEST || !text.startsWith(SCHEME) || !PLAIN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text).parseServerAuthority();
      boolean isProper =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && !uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && !DOT_SEGMENT.matcher(uri.getRawPath()).find();
      return isProper
          ? Optional.of(new DocumentAddress(text, uri.getHost().toLowerCase(Locale.ROOT)))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
