package com.astraof.oauth2.server.view;

/** What a mailed link was for is done. */
public record LinkDonePage(Frame frame, What what) {
  /** What it was. */
  public enum What {
    VERIFIED("verify.done", "verify.done.lead", Next.ACCOUNT),
    EMAIL_CHANGED("change_email.done", "change_email.done.lead", Next.ACCOUNT),
    PASSWORD_RESET("reset.done", "reset.done.lead", Next.SIGN_IN),
    WENT_BACK("way_back.done", "way_back.done.lead", Next.SIGN_IN);

    private final String title;
    private final String lead;
    private final Next next;

    What(String title, String lead, Next next) {
      this.title = title;
      this.lead = lead;
      this.next = next;
    }

    /** Key of the heading, as the next. */
    public String title() {
      return title;
    }

    public String lead() {
      return lead;
    }

    public Next next() {
      return next;
    }
  }

  /** Where to go on. */
  public enum Next {
    ACCOUNT("problem.home", "/"),
    SIGN_IN("sign_in.title", "/login");

    private final String key;
    private final String path;

    Next(String key, String path) {
      this.key = key;
      this.path = path;
    }

    /** Key of the button. */
    public String key() {
      return key;
    }

    public String path() {
      return path;
    }
  }
}
