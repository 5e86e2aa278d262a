package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.authorization.AuthorizationRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where someone goes on after signing in: a path of ours, whatever was asked for. */
public record ReturnTo(String path) {
  static final ReturnTo HOME = new ReturnTo("/");
  static final String AUTHORIZE = "/oauth2/authorize";

  private static final int LONGEST = 8_192;
  // One slash and then none, no backslash: browsers read both "//" and "/\" as another host.
  private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

  public static ReturnTo of(String text) {
    return text.length() <= LONGEST && OWN.matcher(text).matches() ? new ReturnTo(text) : HOME;
  }

  /** The same authorization request once more. */
  static ReturnTo authorizing(AuthorizationRequest request) {
    return new ReturnTo(AUTHORIZE + "?" + request.query());
  }

  /** The sign-in page that leads back there. */
  public String bySigningIn() {
    return "/login?return_to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /** The query of the authorization request that is to go on; empty when it is another page. */
  Optional<String> authorizationQuery() {
    String prefix = AUTHORIZE + "?";
    return path.startsWith(prefix)
        ? Optional.of(path.substring(prefix.length()))
        : Optional.empty();
  }
}
