package com.astraof.oauth2.core.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser may be sent back to. Compared as the exact string that was registered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.1.3">RFC 9700 §4.1.3</a>
 */
public record RedirectUri(String value) {
  private static final int LONGEST = 256;
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");
  private static final Pattern DANGEROUS = Pattern.compile("[\\\\\"<>^`{|}]");
  private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");
  private static final Pattern RESPONSE_PARAMETER =
      Pattern.compile("(^|&)(code|state|iss|error|error_description)(=|&|$)");
  private static final Pattern LOOPBACK_ADDRESS =
      Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]))(?::[0-9]{1,5})?(/.*)?");

  /** A scheme of the app's own, named after a domain of its maker, and one slash. */
  private static final Pattern PRIVATE_USE =
      Pattern.compile("([a-z][a-z0-9-]*(?:\\.[a-z0-9][a-z0-9-]*)+):/(?!/)[^#]*");

  /**
   * Why this may not be registered, in a sentence for its developer; empty when it may. The rule is
   * contract 1.6: https anywhere, http on loopback hosts only, no fragment, no user information,
   * nothing that two parsers could read differently.
   */
  public static Optional<String> problemWith(String text) {
    return Optional.ofNullable(firstProblem(text));
  }

  /**
   * The same for public native apps, which may have a scheme of their own beside (RFC 8252 §7.1):
   * {@code com.example.app:/callback}. The operating system leads it to the app.
   */
  public static Optional<String> problemWithNative(String text) {
    // First its length: a pattern that repeats a group exhausts the stack on a text that is too
    // long.
    String problem = textProblem(text);
    if (problem != null) {
      return Optional.of(problem);
    }
    return PRIVATE_USE.matcher(text).matches()
        ? Optional.ofNullable(partProblem(text))
        : problemWith(text);
  }

  /** Whether it has a scheme of an app's own. */
  public boolean isPrivateUse() {
    return PRIVATE_USE.matcher(value).matches();
  }

  /** Whether it is answered by a host on the web, and by nobody on the person's own device. */
  public boolean isHttps() {
    return value.toLowerCase(Locale.ROOT).startsWith("https:");
  }

  /** What is wrong with its characters. */
  private static @Nullable String textProblem(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return "A redirect URI has 1 to " + LONGEST + " characters.";
    }
    if (!VISIBLE_ASCII.matcher(text).matches()) {
      return "Spaces, control and non-ASCII characters are not allowed; write an international host in its xn-- form and"
          + " percent-encode the path.";
    }
    if (DANGEROUS.matcher(text).find()) {
      return "The characters \\ \" < > ^ ` { | } must be percent-encoded.";
    }
    return null;
  }

  /** What is wrong with the path and query of a well-formed one. */
  private static @Nullable String partProblem(String text) {
    try {
      URI uri = new URI(text);
      if (RESPONSE_PARAMETER.matcher(String.valueOf(uri.getRawQuery())).find()) {
        return "The query may not hold code, state, iss or error: those are in the answer.";
      }
      return DOT_SEGMENT.matcher(String.valueOf(uri.getRawPath())).find()
          ? "The path may not contain . or .. segments."
          : null;
    } catch (URISyntaxException e) {
      return "This is not a URI, such as com.example.app:/callback.";
    }
  }

  private static @Nullable String firstProblem(String text) {
    String problem = textProblem(text);
    if (problem != null) {
      return problem;
    }
    URI uri;
    try {
      uri = new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      return "This is not a URI with a host, such as https://app.example/callback.";
    }
    if (uri.getScheme() == null || uri.getHost() == null) {
      return "Write the whole address, with https:// and a host.";
    }
    if (uri.getRawUserInfo() != null || uri.getRawAuthority().contains("@")) {
      return "A user name or password before the host is not allowed.";
    }
    if (uri.getRawFragment() != null) {
      return "A fragment (the part after #) is not allowed.";
    }
    if (uri.getPort() > 65_535) {
      return "The port is at most 65535.";
    }
    String inPart = partProblem(text);
    return inPart != null
        ? inPart
        : schemeProblem(uri.getScheme(), uri.getHost().toLowerCase(Locale.ROOT));
  }

  private static @Nullable String schemeProblem(String scheme, String host) {
    if (scheme.equals("https")) {
      return null;
    }
    if (!scheme.equals("http")) {
      return "Use https (or http on localhost, for development).";
    }
    boolean loopback =
        host.equals("localhost")
            || host.endsWith(".localhost")
            || host.equals("127.0.0.1")
            || host.equals("[::1]");
    return loopback ? null : "Plain http is only for localhost; use https for other hosts.";
  }

  /** The one way to compare: the exact string. */
  public boolean matches(String requested) {
    return value.equals(requested);
  }

  /**
   * For public native apps: the exact string, or the same literal loopback address and path with
   * another port, because the operating system picks the port (RFC 8252 §7.3).
   */
  public boolean matchesOnAnyLoopbackPort(String requested) {
    if (matches(requested)) {
      return true;
    }
    var mine = LOOPBACK_ADDRESS.matcher(value);
    var theirs = LOOPBACK_ADDRESS.matcher(requested);
    return problemWith(requested).isEmpty()
        && mine.matches()
        && theirs.matches()
        && mine.group(1).equals(theirs.group(1))
        && String.valueOf(mine.group(2)).equals(String.valueOf(theirs.group(2)));
  }

  /** The address with response parameters added to its query, each value percent-encoded. */
  public String with(Map<String, String> parameters) {
    var address = new StringBuilder(value);
    char separator = value.indexOf('?') < 0 ? '?' : '&';
    for (var parameter : parameters.entrySet()) {
      address.append(separator).append(parameter.getKey()).append('=');
      address.append(encode(parameter.getValue()));
      separator = '&';
    }
    return address.toString();
  }

  /** Scheme, host and port: what a Content-Security-Policy names. */
  public String origin() {
    URI uri = URI.create(value);
    return isPrivateUse() ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /** Host and port, or the scheme of an app's own, for people to read. */
  public String host() {
    URI uri = URI.create(value);
    return isPrivateUse() ? uri.getScheme() : uri.getRawAuthority();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return value;
  }
}
