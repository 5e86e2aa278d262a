package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.once.OnceStore;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.SecretHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a passkey is asked to sign: sealed for one purpose and for the session, ticket or browser
 * that it was given to, so that nothing has to be stored until it is used up.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-cryptographic-challenges">WebAuthn Level 3
 *     §13.4.3</a>
 */
public final class PasskeyChallenges {
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final byte[] NO_LABEL = new byte[0];

  private final Sealer sealer;
  private final OnceStore once;

  public PasskeyChallenges(MasterKeys masters, Entropy entropy, OnceStore once) {
    this.sealer = new Sealer(masters, "passkey-challenge", entropy);
    this.once = once;
  }

  /** Base64url, as WebAuthn's JSON has it. */
  public String issue(Purpose purpose, SecretHash boundTo, Instant now) {
    byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli()).array();
    return Base64Url.encode(sealer.seal(NO_LABEL, context(purpose, boundTo), plain));
  }

  /** When it expires; empty for what is not ours, not for this, or too old. */
  Optional<Instant> expiry(String challenge, Purpose purpose, SecretHash boundTo, Instant now) {
    return Base64Url.decode(challenge)
        .flatMap(envelope -> sealer.open(envelope, 0, context(purpose, boundTo)))
        .map(opened -> Instant.ofEpochMilli(ByteBuffer.wrap(opened.plain()).getLong()).plus(VALID))
        .filter(now::isBefore);
  }

  /** False when it was used before. */
  boolean spend(String challenge, Instant expiry, Instant now) {
    return once.spend("passkey-challenge " + challenge, expiry, now);
  }

  private static byte[] context(Purpose purpose, SecretHash boundTo) {
    byte[] name = purpose.name().getBytes(StandardCharsets.UTF_8);
    byte[] bound = boundTo.bytes();
    return ByteBuffer.allocate(name.length + bound.length).put(name).put(bound).array();
  }

  /** What an answer may be used for. */
  public enum Purpose {
    SIGN_IN,
    SECOND_STEP,
    CONFIRM,
    REGISTER
  }
}
