package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.authorization.AuthorizationRequests;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.server.http.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Looks ahead: which app, if any, sent the person who is now signing in. */
public final class Onward {
  private static final Ahead NOTHING = new Ahead(null, null, "");

  private final AuthorizationRequests requests;

  public Onward(AuthorizationRequests requests) {
    this.requests = requests;
  }

  Ahead of(ReturnTo returnTo, Instant now) {
    return returnTo.authorizationQuery().map(query -> ahead(query, now)).orElse(NOTHING);
  }

  private Ahead ahead(String query, Instant now) {
    try {
      return requests.read(Parameters.parse(query), now) instanceof Reading.Understood(var request)
          ? new Ahead(
              request.application().name(),
              request.answerTo().map(RedirectUri::origin).orElse(null),
              request.uiLocales())
          : NOTHING;
    } catch (MalformedRequest e) {
      return NOTHING;
    }
  }

  /**
   * @param application the app's name; null when no app is involved
   * @param origin where its answer goes; null when it waits for none
   * @param uiLocales what it would have us speak; empty when it does not say
   */
  record Ahead(@Nullable String application, @Nullable String origin, String uiLocales) {
    Reply lead(Pages pages, int status, String html, Visit visit) {
      return origin == null
          ? pages.page(status, html, visit)
          : pages.leadingOut(status, html, visit, origin);
    }
  }
}
