package com.astraof.oauth2.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts that are let in, written as {@code app.example}, {@code *.app.example} for all below it, or
 * {@code !evil.example} for one that is not. Where none is named that is let in, all others are.
 */
public record HostList(List<String> allowed, List<String> denied) {
  public static final HostList ANY = new HostList(List.of(), List.of());

  private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*");

  public HostList {
    allowed = List.copyOf(allowed);
    denied = List.copyOf(denied);
  }

  /** Separated by commas; empty for what cannot be read. */
  public static Optional<HostList> parse(String text) {
    var allowed = new ArrayList<String>();
    var denied = new ArrayList<String>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String entry = part.strip().toLowerCase(Locale.ROOT);
      boolean isDenied = entry.startsWith("!");
      String host = isDenied ? entry.substring(1) : entry;
      if (!HOST.matcher(host).matches()) {
        return Optional.empty();
      }
      (isDenied ? denied : allowed).add(host);
    }
    return Optional.of(new HostList(allowed, denied));
  }

  /**
   * @param host in small letters
   */
  public boolean admits(String host) {
    boolean isAllowed = allowed.isEmpty() || matches(allowed, host);
    return isAllowed && !matches(denied, host);
  }

  private static boolean matches(List<String> entries, String host) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.startsWith("*.") ? host.endsWith(entry.substring(1)) : host.equals(entry));
  }
}
