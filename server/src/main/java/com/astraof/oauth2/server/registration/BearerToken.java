package com.astraof.oauth2.server.registration;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import java.util.Optional;
import java.util.regex.Pattern;

/** A token in the Authorization header, and nowhere else (RFC 6750 §2.1). */
final class BearerToken {
  private static final Pattern HEADER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/-]{1,512}=*)");

  private BearerToken() {}

  static Optional<Secret> in(Call call) {
    return call.header("authorization")
        .map(HEADER::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> new Secret(matcher.group(1)));
  }
}
