package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.view.Frame;
import com.astraof.oauth2.server.view.Languages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One browser's request for a page.
 *
 * @param frame for whatever page is shown, its form token bound to this session or browser
 * @param door names this very session, or browser while nobody is signed in
 * @param newVisitor a {@code Set-Cookie} value for a browser seen for the first time; else null
 */
public record Visit(
    Optional<Session> session, Frame frame, SecretHash door, @Nullable String newVisitor) {

  /**
   * The same, in what an app would have us speak. Somebody who has chosen a language keeps it.
   *
   * @param uiLocales as in OpenID Connect Core §3.1.2.1
   */
  Visit wishing(String uiLocales) {
    boolean hasChosen =
        session.filter(signedIn -> signedIn.user().profile().language() != null).isPresent();
    return hasChosen
        ? this
        : Languages.wished(uiLocales)
            .map(words -> new Visit(session, frame.in(words), door, newVisitor))
            .orElse(this);
  }
}
