package com.astraof.oauth2.server.view;

/**
 * {@code /verify} and {@code /change-email}: one button. Whatever opens all links of a mail opens
 * this page, and nothing happens.
 *
 * @param link what the mail's link carried
 */
public record ConfirmLinkPage(Frame frame, Purpose purpose, String link) {
  /** What the button does. */
  public enum Purpose {
    VERIFY("/verify", "verify.title", "verify.lead", "verify.submit"),
    CHANGE("/change-email", "change_email.title", "change_email.lead", "change_email.submit");

    private final String path;
    private final String title;
    private final String lead;
    private final String submit;

    Purpose(String path, String title, String lead, String submit) {
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
