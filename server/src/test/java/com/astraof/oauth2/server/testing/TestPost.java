package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.config.MailSettings.Smtp;
import com.astraof.oauth2.server.config.MailSettings.Tls;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real SMTP server, and all that arrived at it. */
public final class TestPost implements AutoCloseable {
  public static final String FROM = "no-reply@astral.example";

  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

  private final GreenMail mail;

  private TestPost(GreenMail mail) {
    this.mail = mail;
  }

  public static TestPost start() {
    return on(0);
  }

  /** On a port that somebody tried before. */
  public static TestPost on(int port) {
    var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(10_000);
    var mail = new GreenMail(setup);
    mail.start();
    return new TestPost(mail);
  }

  public int port() {
    return mail.getSmtp().getPort();
  }

  /** What a server needs to send through it. */
  public Smtp settings() {
    return through(port());
  }

  public static Smtp through(int port) {
    return new MailSettings.Smtp("127.0.0.1", port, null, Tls.NONE, FROM);
  }

  /** A server that sends through it. */
  public TestServer astral() {
    return TestServer.with(settings -> settings.with(settings()));
  }

  /** Sends what is due; all that has arrived so far. */
  public List<TestLetter> letters(TestServer server) {
    server.astral().sendMail();
    return letters();
  }

  public List<TestLetter> letters() {
    return Arrays.stream(mail.getReceivedMessages()).map(TestLetter::of).toList();
  }

  /** The one letter to this address with this subject; the latest, where there are several. */
  public TestLetter letter(TestServer server, String recipient, String subject) {
    return letters(server).stream()
        .filter(one -> one.recipient().equals(recipient) && one.subject().equals(subject))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError(subject + " is not among " + letters()));
  }

  @Override
  public void close() {
    mail.stop();
  }

  /** A letter as its reader has it. */
  public record TestLetter(
      String recipient, String subject, String text, String html, MimeMessage message) {
    static TestLetter of(MimeMessage message) {
      try {
        var both = (MimeMultipart) message.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        return new TestLetter(
            message.getAllRecipients()[0].toString(),
            message.getSubject(),
            String.valueOf(both.getBodyPart(0).getContent()).replace("\r\n", "\n"),
            String.valueOf(both.getBodyPart(1).getContent()),
            message);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Path and query of its link. */
    public String link() {
      var link = LINK.matcher(text);
      assertThat(link.find()).as(text).isTrue();
      return link.group(1);
    }

    /** What the link carries. */
    public String token() {
      return link().replaceFirst(".*link=", "");
    }

    public @Nullable String header(String name) {
      try {
        String[] values = message.getHeader(name);
        return values == null ? null : String.join(", ", values);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
