package com.astraof.oauth2.server.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Sha256;
import com.astraof.oauth2.server.view.LetterPage;
import java.time.Instant;

/**
 * A mail in words, to be sent.
 *
 * @param id the same for each try to send the same mail, and of none that is another
 * @param at when it is written
 */
public record Letter(String id, String recipient, Instant at, LetterPage page, String html) {
  /** Of 24 letters that tell nothing of how many mails there are. */
  public String name() {
    return Base64Url.encode(Sha256.of(id.getBytes(UTF_8))).substring(0, 24);
  }

  public String subject() {
    return page.subject();
  }

  public String text() {
    return page.text();
  }
}
