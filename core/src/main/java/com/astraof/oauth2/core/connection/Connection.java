package com.astraof.oauth2.core.connection;

import java.time.Instant;

/**
 * An outside account that a user has proved to be theirs. Nothing of the proof is kept: neither the
 * code nor the token that the other service gave.
 */
public record Connection(OutsideAccount account, Visibility visibility, Instant linkedAt) {
  public boolean isVisible() {
    return visibility == Visibility.EVERYONE;
  }
}
