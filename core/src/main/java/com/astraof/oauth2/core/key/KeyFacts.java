package com.astraof.oauth2.core.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a signing key without opening it.
 *
 * @param id its RFC 7638 thumbprint, the {@code kid} of its tokens
 * @param generation its number among the installation's keys, from 1; no two have the same
 * @param signsFrom when it takes over from the key before it
 * @param endedAt since when nothing that it signed is accepted; null unless it was ended by hand
 */
public record KeyFacts(
    String id,
    int generation,
    SigningAlgorithm algorithm,
    Instant createdAt,
    Instant signsFrom,
    @Nullable Instant endedAt) {

  boolean isEnded() {
    return endedAt != null;
  }

  /** False for a key that was ended before its turn came. */
  boolean everSigns() {
    return endedAt == null || endedAt.isAfter(signsFrom);
  }
}
