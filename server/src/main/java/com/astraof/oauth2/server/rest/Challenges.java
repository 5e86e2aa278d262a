package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.key.Signatures;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Reply;

/**
 * What a refused caller is told in {@code WWW-Authenticate}: which schemes there are, what was
 * wrong, and where the resource describes itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 §3, RFC 9449 §7.1 and
 *     RFC 9728 §5.1</a>
 */
final class Challenges {
  private static final String HEADER = "WWW-Authenticate";
  private static final String ALGORITHMS =
      "algs=\"" + String.join(" ", Signatures.ALGORITHMS) + "\"";

  private final String realm;

  Challenges(String issuer) {
    this.realm = "realm=\"Astral\", resource_metadata=\"" + issuer + ResourceMetadata.PATH + "\"";
  }

  /** Nothing came: either scheme will do. */
  Reply missing(Reply reply) {
    return reply.with(HEADER, "Bearer " + realm).with(HEADER, "DPoP " + realm + ", " + ALGORITHMS);
  }

  /**
   * @param header the Authorization header that came
   */
  Reply invalid(Reply reply, String header) {
    return reply.with(HEADER, challenge(header) + ", error=\"invalid_token\"");
  }

  Reply unproven(Reply reply, OAuthError error) {
    String wrong = ", error=\"" + error.code().wire() + "\"";
    String why = ", error_description=\"" + error.description() + "\"";
    return reply.with(HEADER, challenge("DPoP ") + wrong + why);
  }

  Reply insufficient(Reply reply, String header, Scopes needed) {
    String wrong = ", error=\"insufficient_scope\", scope=\"" + needed + "\"";
    return reply.with(HEADER, challenge(header) + wrong);
  }

  private String challenge(String header) {
    return AppTokens.isProved(header) ? "DPoP " + realm + ", " + ALGORITHMS : "Bearer " + realm;
  }
}
