package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /forgot}. Once a mail was asked for, the page is the same whether or not anybody has the
 * address.
 *
 * @param step what the page is about
 * @param email as typed before; empty at first
 * @param problem what is wrong with that, a sentence; null when nothing is
 */
public record ForgotPage(Frame frame, Step step, String email, @Nullable String problem) {
  public ForgotPage {
    email = email.isEmpty() ? email : Shown.text(email);
  }

  public enum Step {
    ASK,
    SENT,
    /** This server sends no mail. */
    IMPOSSIBLE
  }
}
