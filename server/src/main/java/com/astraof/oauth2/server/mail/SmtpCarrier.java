package com.astraof.oauth2.server.mail;

import com.astraof.oauth2.server.config.MailSettings.Login;
import com.astraof.oauth2.server.config.MailSettings.Smtp;
import com.astraof.oauth2.server.config.MailSettings.Tls;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * Hands letters to an SMTP server (RFC 5321), each over a connection of its own.
 *
 * <p>It may block for a while in the system's own look-up of names and belongs to a platform
 * thread.
 */
public final class SmtpCarrier implements Carrier {
  private static final String PATIENCE = Long.toString(Duration.ofSeconds(15).toMillis());

  private final Smtp smtp;
  private final Messages messages;
  private final Session session;

  /**
   * @param host of the issuer: by it the server introduces itself
   * @param authorities makes connections that only servers with their certificates can answer
   */
  public SmtpCarrier(Smtp smtp, String host, SSLSocketFactory authorities) {
    this.smtp = smtp;
    this.session = Session.getInstance(properties(smtp, host, authorities));
    this.messages = new Messages(session, smtp.from(), host);
  }

  private static Properties properties(Smtp smtp, String host, SSLSocketFactory authorities) {
    var properties = new Properties();
    properties.put("mail.smtp.host", smtp.host());
    properties.put("mail.smtp.port", Integer.toString(smtp.port()));
    properties.put("mail.smtp.localhost", host);
    properties.put("mail.smtp.from", smtp.from());
    properties.put("mail.smtp.auth", Boolean.toString(smtp.login() != null));
    properties.put("mail.smtp.connectiontimeout", PATIENCE);
    properties.put("mail.smtp.timeout", PATIENCE);
    properties.put("mail.smtp.writetimeout", PATIENCE);
    properties.put("mail.smtp.ssl.enable", Boolean.toString(smtp.tls() == Tls.IMPLICIT));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(smtp.tls() == Tls.STARTTLS));
    properties.put("mail.smtp.starttls.required", Boolean.toString(smtp.tls() == Tls.STARTTLS));
    properties.put("mail.smtp.ssl.socketFactory", authorities);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    return properties;
  }

  @Override
  public Delivery carry(Letter letter) {
    try (Transport transport = session.getTransport("smtp")) {
      Login login = smtp.login();
      if (login == null) {
        transport.connect();
      } else {
        transport.connect(login.user(), login.password().expose());
      }
      return hand(letter, transport);
    } catch (MessagingException e) {
      return SmtpTrouble.connecting(e);
    }
  }

  private Delivery hand(Letter letter, Transport transport) {
    try {
      MimeMessage message = messages.of(letter);
      transport.sendMessage(message, message.getAllRecipients());
      return new Delivery.Taken();
    } catch (MessagingException e) {
      return SmtpTrouble.sending(e);
    }
  }
}
