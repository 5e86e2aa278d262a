package com.astraof.oauth2.server.dpop;

import com.astraof.oauth2.core.dpop.DpopProofs;
import com.astraof.oauth2.core.dpop.DpopProofs.Outcome;
import com.astraof.oauth2.core.dpop.DpopProofs.Use;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code DPoP} of a request. Its own address it knows from the configuration.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4">RFC 9449 §4</a>
 */
public final class Possession {
  private final DpopProofs proofs;
  private final String issuer;

  public Possession(DpopProofs proofs, String issuer) {
    this.proofs = proofs;
    this.issuer = issuer;
  }

  /**
   * @param token the access token that came along; null where tokens are asked for
   * @return empty where no proof came
   */
  public Optional<Outcome> shownIn(Call call, @Nullable Secret token) {
    List<String> headers = call.headers().getOrDefault("dpop", List.of());
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    if (headers.size() > 1) {
      var error = OAuthError.of(Code.INVALID_DPOP_PROOF, "Send one DPoP proof, not several.");
      return Optional.of(new Outcome.Refused(error));
    }
    var use = new Use(call.target().method(), issuer + call.target().path(), token);
    return Optional.of(proofs.check(headers.getFirst(), use, call.now()));
  }

  /** Tells the nonce for the next proof, where one is asked for (RFC 9449 §8.2). */
  public Reply withNonce(Reply reply, Instant now) {
    return proofs.nonce(now).map(nonce -> reply.with("DPoP-Nonce", nonce)).orElse(reply);
  }
}
