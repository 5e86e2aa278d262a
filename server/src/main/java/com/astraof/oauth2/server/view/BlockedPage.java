package com.astraof.oauth2.server.view;

import java.time.Instant;

/**
 * Somebody has signed in to an account that the operator closed.
 *
 * @param reason in the operator's words
 */
public record BlockedPage(Frame frame, Instant since, String reason) {
  public BlockedPage {
    reason = Shown.prose(reason);
  }

  public String lead() {
    return frame.words().say("blocked.lead", frame.words().date(since));
  }
}
