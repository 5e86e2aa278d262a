package com.astraof.oauth2.server.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has signed in to an account that they closed.
 *
 * @param eraseAt null when it stays until they come back
 * @param ticket travels as {@code ticket} with the wish to come back
 * @param returnTo where they were going
 */
public record ClosedPage(
    Frame frame, Instant closedAt, @Nullable Instant eraseAt, String ticket, String returnTo) {
  /** What became of the account, and what can still be done. */
  public String lead() {
    Instant erased = eraseAt;
    return erased == null
        ? frame.words().say("closed.disabled", frame.words().date(closedAt))
        : frame.words().say("closed.deleted", frame.words().date(erased));
  }
}
