package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey, as we know it: the public half.
 *
 * @param id the credential id, as base64url
 * @param name by which its owner tells it from others
 * @param lastUsedAt null when it never was
 */
public record Passkey(
    String id, UserId user, String name, Key key, Instant createdAt, @Nullable Instant lastUsedAt) {

  /**
   * What its answers are checked by.
   *
   * @param credential public key and origin, in the encoding of {@link PasskeyReader}
   * @param counter how often it was used, as it says; 0 for one that does not count
   * @param shared whether its owner's devices may share it
   */
  public record Key(String credential, long counter, boolean shared) {}
}
