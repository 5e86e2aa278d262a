package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /reset} and {@code /not-me}: choosing a new password by a mailed link.
 *
 * @param link what the mail's link carried
 * @param problem what is wrong with the password, a sentence; null when nothing is
 */
public record NewPasswordPage(Frame frame, Way way, String link, @Nullable String problem) {
  /** What for. */
  public enum Way {
    RESET("/reset", "reset.title", "reset.lead", "reset.submit"),
    BACK("/not-me", "way_back.title", "way_back.lead", "way_back.submit");

    private final String path;
    private final String title;
    private final String lead;
    private final String submit;

    Way(String path, String title, String lead, String submit) {
      this.path = path;
      this.title = title;
      this.lead = lead;
      this.submit = submit;
    }

    public String path() {
      return path;
    }

    /** Key of the heading, as the next two. */
    public String title() {
      return title;
    }

    public String lead() {
      return lead;
    }

    public String submit() {
      return submit;
    }
  }
}
