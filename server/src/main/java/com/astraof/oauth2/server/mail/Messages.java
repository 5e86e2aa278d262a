package com.astraof.oauth2.server.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Letters as messages (RFC 5322): plain text and HTML of the same, the better one last (RFC 2046
 * §5.1.4).
 */
final class Messages {
  private static final String NAME = "Astral";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Session session;
  private final String from;
  private final String host;

  Messages(Session session, String from, String host) {
    this.session = session;
    this.from = from;
    this.host = host;
  }

  MimeMessage of(Letter letter) throws MessagingException {
    var message = new Named(session, "<" + letter.name() + "@" + host + ">");
    // Written out: this address and these names are ours, and need no encoding.
    message.setFrom(new InternetAddress(NAME + " <" + from + ">", true));
    message.setRecipient(RecipientType.TO, new InternetAddress(letter.recipient(), true));
    message.setSubject(letter.subject(), UTF_8.name());
    message.setHeader("Date", DATE.format(letter.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    var both = new MimeMultipart("alternative");
    both.addBodyPart(part(letter.text(), "plain"));
    both.addBodyPart(part(letter.html(), "html"));
    message.setContent(both);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  /** With a Message-ID of our making, which is the same for each try. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
