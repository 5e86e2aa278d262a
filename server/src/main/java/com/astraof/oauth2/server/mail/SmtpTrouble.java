package com.astraof.oauth2.server.mail;

import com.astraof.oauth2.server.mail.Carrier.Delivery;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What an SMTP server's refusal means. Of its words only the codes are kept (RFC 5321 §4.2, RFC
 * 3463): the rest likes to repeat the address.
 */
final class SmtpTrouble {
  private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.[0-9]{1,3}\\.[0-9]{1,3}\\b");

  private SmtpTrouble() {}

  /** Nothing was handed over yet, so no letter is to blame. */
  static Delivery connecting(MessagingException trouble) {
    if (trouble instanceof AuthenticationFailedException) {
      return new Delivery.Away("The SMTP server refuses smtp-user and smtp-password");
    }
    Throwable cause = trouble.getCause();
    String kind = (cause == null ? trouble : cause).getClass().getSimpleName();
    return new Delivery.Away("The SMTP server cannot be used (" + kind + ")");
  }

  static Delivery sending(MessagingException trouble) {
    for (Exception one = trouble; one instanceof MessagingException each; ) {
      int code = code(each);
      if (code >= 400) {
        String reason = reason(code, String.valueOf(each.getMessage()));
        return isFinal(code) ? new Delivery.Refused(reason) : new Delivery.NotNow(reason);
      }
      one = each.getNextException();
    }
    return connecting(trouble);
  }

  /** Codes that ask for a login are about us and not about the letter (RFC 4954 §6). */
  private static boolean isFinal(int code) {
    return code >= 500 && code != 530 && code != 534 && code != 535 && code != 538;
  }

  private static int code(MessagingException trouble) {
    return switch (trouble) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPSendFailedException send -> send.getReturnCode();
      default -> -1;
    };
  }

  private static String reason(int code, String words) {
    Matcher enhanced = ENHANCED.matcher(words);
    return "The SMTP server answered " + code + (enhanced.find() ? " " + enhanced.group() : "");
  }
}
