package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * Something cannot be done.
 *
 * @param message what happened and what to do, for whoever sees the page
 * @param detail for the developer of the app that led here; null when there is none
 */
public record ProblemPage(Frame frame, String title, String message, @Nullable String detail) {
  public ProblemPage {
    detail = detail == null ? null : Shown.text(detail);
  }
}
