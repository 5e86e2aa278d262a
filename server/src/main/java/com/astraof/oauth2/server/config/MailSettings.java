package com.astraof.oauth2.server.config;

import com.astraof.oauth2.core.account.EmailRule;
import com.astraof.oauth2.core.secret.Secret;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How e-mail leaves this server. */
public sealed interface MailSettings {
  /** It does not: nobody can verify an address or reset a password. */
  record Off() implements MailSettings {}

  /** It stays here, on a page that everybody can open: for the demo. */
  record Shown() implements MailSettings {}

  /**
   * Through an SMTP server.
   *
   * @param login null where the server asks for none
   * @param from the address that mails come from
   */
  record Smtp(String host, int port, @Nullable Login login, Tls tls, String from)
      implements MailSettings {}

  record Login(String user, Secret password) {}

  /** How the connection to the SMTP server is encrypted. */
  enum Tls {
    /** It begins in clear, and nothing is said before it is encrypted (RFC 3207). */
    STARTTLS(587),
    /** From the first byte (RFC 8314 §3.3). */
    IMPLICIT(465),
    /** Not at all; for a server on this very machine. */
    NONE(25);

    private final int port;

    Tls(int port) {
      this.port = port;
    }
  }

  /**
   * @param problems to which whatever cannot be used is added
   */
  static MailSettings read(Function<Setting, String> values, List<String> problems) {
    String host = values.apply(Setting.SMTP_HOST);
    if (host.isEmpty()) {
      return new Off();
    }
    Tls tls = tls(values.apply(Setting.SMTP_TLS), host, problems);
    int port = port(values.apply(Setting.SMTP_PORT), tls, problems);
    Login login = login(values, problems);
    String from = values.apply(Setting.MAIL_FROM);
    if (EmailRule.problemWith(from).isPresent()) {
      problems.add("With smtp-host, mail-from is an address such as no-reply@example.org: " + from);
    }
    return new Smtp(host, port, login, tls, from);
  }

  private static Tls tls(String text, String host, List<String> problems) {
    for (Tls tls : Tls.values()) {
      if (tls.name().toLowerCase(Locale.ROOT).equals(text)) {
        if (tls == Tls.NONE && !SettingsReader.LOOPBACK.contains(host)) {
          problems.add("smtp-tls is none for a server on localhost alone: " + host);
        }
        return tls;
      }
    }
    problems.add("smtp-tls is starttls, implicit or none: " + text);
    return Tls.STARTTLS;
  }

  private static int port(String text, Tls tls, List<String> problems) {
    if (text.isEmpty()) {
      return tls.port;
    }
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    problems.add("smtp-port is a number from 0 to 65535: " + text);
    return tls.port;
  }

  private static @Nullable Login login(Function<Setting, String> values, List<String> problems) {
    String user = values.apply(Setting.SMTP_USER);
    String password = values.apply(Setting.SMTP_PASSWORD);
    if (user.isEmpty() != password.isEmpty()) {
      problems.add("smtp-user and smtp-password go together: set both, or neither.");
    }
    return user.isEmpty() ? null : new Login(user, new Secret(password));
  }
}
