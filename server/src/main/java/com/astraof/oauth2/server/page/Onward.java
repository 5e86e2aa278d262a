package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.authorization.AuthorizationRequest;
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
  private static final Ahead NOTHING = new Ahead(null);

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
          ? new Ahead(request)
          : NOTHING;
    } catch (MalformedRequest e) {
      return NOTHING;
    }
  }

  /**
   * @param request that is to go on; null when no app is involved
   */
  record Ahead(@Nullable AuthorizationRequest request) {
    /** The app's name; null when no app is involved. */
    @Nullable String application() {
      return request == null ? null : request.application().name();
    }

    /** What it would have us speak; empty when it does not say. */
    String uiLocales() {
      return request == null ? "" : request.uiLocales();
    }

    /** A page whose forms may lead to where the app waits. */
    Reply lead(Pages pages, int status, String html, Visit visit) {
      String origin =
          request == null ? null : request.answerTo().map(RedirectUri::origin).orElse(null);
      return origin == null
          ? pages.page(status, html, visit)
          : pages.leadingOut(status, html, visit, origin);
    }
  }
}
