package com.astraof.oauth2.server.page;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.mail.Letter;
import com.astraof.oauth2.server.mail.Mailbox;
import com.astraof.oauth2.server.view.MailboxPage;

/** {@code /mailbox}: the mails of a demo, for everybody to read. */
public final class MailboxPages {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  private final Mailbox mailbox;
  private final Visits visits;
  private final Pages pages;
  private final ErrorShape errors;

  public MailboxPages(Mailbox mailbox, Visits visits, Pages pages, ErrorShape errors) {
    this.mailbox = mailbox;
    this.visits = visits;
    this.pages = pages;
    this.errors = errors;
  }

  /** {@code GET /mailbox}. */
  public Reply list(Call call) {
    Visit visit = visits.of(call);
    var items = mailbox.letters().stream().map(MailboxPages::item).toList();
    var page = new MailboxPage(visit.frame(), items);
    return pages.page(200, pages.views().mailbox(page), visit);
  }

  /** {@code GET /mailbox/{name}}: the mail as a mail client would show it. */
  public Reply show(Call call) {
    return mailbox.letters().stream()
        .filter(letter -> letter.name().equals(call.variable("name")))
        .findFirst()
        .map(
            letter ->
                Reply.html(200, letter.html()).noStore().with("Content-Security-Policy", POLICY))
        .orElseGet(() -> errors.unrouted(404));
  }

  private static MailboxPage.Item item(Letter letter) {
    return new MailboxPage.Item(letter.name(), letter.subject(), letter.recipient(), letter.at());
  }
}
