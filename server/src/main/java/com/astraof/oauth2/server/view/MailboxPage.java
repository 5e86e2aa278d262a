package com.astraof.oauth2.server.view;

import java.time.Instant;
import java.util.List;

/** {@code /mailbox}: the demo's mails, the latest first. */
public record MailboxPage(Frame frame, List<Item> items) {
  public MailboxPage {
    items = List.copyOf(items);
  }

  /**
   * @param name by which the mail itself is found
   */
  public record Item(String name, String subject, String recipient, Instant at) {
    public String path() {
      return "/mailbox/" + name;
    }
  }
}
