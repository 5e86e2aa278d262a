package com.astraof.oauth2.core.dpop;

import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks proofs of possession: each fits one request, is fresh, and works once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3">RFC 9449 §4.3</a>
 */
public final class DpopProofs {
  private static final Duration OLDEST = Duration.ofMinutes(1);

  /** How far the clock of the client may be ahead. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private final SeenProofs seen = new SeenProofs(OLDEST.plus(SKEW));
  private final DpopNonces nonces;

  public DpopProofs(DpopNonces nonces) {
    this.nonces = nonces;
  }

  /** The nonce that the next proof is to carry; empty where none is asked for. */
  public Optional<String> nonce(Instant now) {
    return nonces.current(now);
  }

  /** Remembers the proof as used when everything about it is right. */
  public Outcome check(String text, Use use, Instant now) {
    DpopProof proof = DpopProof.read(text).orElse(null);
    if (proof == null) {
      return invalid(
          "The DPoP proof is no JWT of type dpop+jwt with jti, iat, htm and htu, signed by the"
              + " public key in its header.");
    }
    var mismatch = mismatch(proof, use);
    if (mismatch.isPresent()) {
      return invalid(mismatch.get());
    }
    Instant issuedAt = proof.id().issuedAt();
    if (issuedAt.isBefore(now.minus(OLDEST)) || issuedAt.isAfter(now.plus(SKEW))) {
      return invalid("The DPoP proof is too old or not valid yet: make one for each request.");
    }
    if (!nonces.accepts(proof.nonce(), now)) {
      String description = "Make a new DPoP proof with the nonce from the header DPoP-Nonce.";
      return new Outcome.Refused(OAuthError.of(Code.USE_DPOP_NONCE, description));
    }
    return seen.isNew(proof.key() + " " + proof.id().jti(), now)
        ? new Outcome.Proven(proof.key())
        : invalid("The DPoP proof was used before: make one for each request.");
  }

  private static Optional<String> mismatch(DpopProof proof, Use use) {
    if (!proof.htm().equals(use.method())) {
      return Optional.of("htm of the DPoP proof is not the method of the request.");
    }
    if (!HttpAddress.isSame(proof.htu(), use.address())) {
      return Optional.of("htu of the DPoP proof is not the address of the request.");
    }
    boolean isForToken = use.token() == null || hash(use.token()).equals(proof.tokenHash());
    return isForToken
        ? Optional.empty()
        : Optional.of("ath of the DPoP proof is not the hash of the access token.");
  }

  private static String hash(Secret token) {
    return SecretHash.of(token).text();
  }

  private static Outcome invalid(String description) {
    return new Outcome.Refused(OAuthError.of(Code.INVALID_DPOP_PROOF, description));
  }

  /**
   * What a proof is used for.
   *
   * @param address of the request as the configuration knows it, without a query
   * @param token the access token that came along; null where tokens are asked for
   */
  public record Use(String method, String address, @Nullable Secret token) {}

  /** A key that the sender holds, or what is wrong. */
  public sealed interface Outcome {
    record Proven(Thumbprint key) implements Outcome {}

    record Refused(OAuthError error) implements Outcome {}
  }
}
