package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.secret.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Show that somebody has signed in for one request: sealed for that request and for the session
 * which the sign-in gave. They are made when someone has signed in and at no other time, so that
 * neither an address from before nor another session's stands for a sign-in. What one was used for
 * is answered once.
 */
public final class SignInProofs {
  /** Long enough to think about what an app asks for. */
  static final Duration VALID = Duration.ofMinutes(10);

  private static final byte[] NO_LABEL = new byte[0];

  private final Sealer sealer;

  public SignInProofs(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "signed-in-for", entropy);
  }

  /**
   * @param session in which its user has just signed in
   * @return the request as it goes on
   */
  public AuthorizationRequest prove(AuthorizationRequest request, SecretHash session, Instant now) {
    byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli()).array();
    byte[] envelope = sealer.seal(NO_LABEL, context(request, session), plain);
    return request.signedIn(Base64Url.encode(envelope));
  }

  /** Whether the request shows that this session's user has signed in for it. */
  boolean isProved(AuthorizationRequest request, SecretHash session, Instant now) {
    String proof = request.interaction().signedIn();
    return proof != null
        && Base64Url.decode(proof)
            .flatMap(envelope -> sealer.open(envelope, 0, context(request, session)))
            .map(opened -> Instant.ofEpochMilli(ByteBuffer.wrap(opened.plain()).getLong()))
            .filter(at -> now.isBefore(at.plus(VALID)))
            .isPresent();
  }

  private static byte[] context(AuthorizationRequest request, SecretHash session) {
    String asked = request.signedIn(null).query();
    byte[] digest = Sha256.of(asked.getBytes(StandardCharsets.UTF_8));
    byte[] bound = session.bytes();
    return ByteBuffer.allocate(bound.length + digest.length).put(bound).put(digest).array();
  }
}
