package com.astraof.oauth2.server.http;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which answers the scripts of other sites may read: those that no cookie stands behind. Every site
 * may, so the answer is the same for all, and credentials that browsers add by themselves are never
 * allowed.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, the CORS protocol</a>
 */
final class CrossOrigin {
  private static final String EXPOSED =
      "DPoP-Nonce, X-Request-Id, WWW-Authenticate, Retry-After, X-RateLimit-Global, X-RateLimit-Limit,"
          + " X-RateLimit-Remaining, X-RateLimit-Reset";
  private static final String ACCEPTED = "Authorization, Content-Type, DPoP";

  private CrossOrigin() {}

  static Reply shared(Reply reply) {
    return reply
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", EXPOSED);
  }

  /**
   * The answer to a browser that asks whether a script may call; empty when this is no such
   * question, or the answer is no.
   */
  static Optional<Reply> preflight(Call call, List<Route> here) {
    var methods = new TreeSet<String>();
    here.stream()
        .filter(route -> route.access().isForScripts())
        .forEach(route -> methods.add(route.method()));
    List<String> asked = call.headers().getOrDefault("access-control-request-method", List.of());
    boolean isPreflight =
        call.target().method().equals("OPTIONS") && call.headers().containsKey("origin");
    if (!isPreflight || asked.size() != 1 || !methods.contains(asked.getFirst())) {
      return Optional.empty();
    }
    return Optional.of(
        Reply.empty(204)
            .with("Access-Control-Allow-Origin", "*")
            .with("Access-Control-Allow-Methods", String.join(", ", methods))
            .with("Access-Control-Allow-Headers", ACCEPTED)
            .with("Access-Control-Max-Age", "7200"));
  }
}
