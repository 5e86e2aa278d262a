package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.authorization.AuthorizationRequests;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.authorization.RequestReasons;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.InsightNotes;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.Parameters;
import java.time.Instant;

/** Reads authorization requests, and notes for their apps' owners which came to nothing. */
public final class NotedRequests {
  private final AuthorizationRequests requests;
  private final RequestReasons reasons;
  private final InsightNotes notes;

  public NotedRequests(AuthorizationRequests requests, RequestReasons reasons, InsightNotes notes) {
    this.requests = requests;
    this.reasons = reasons;
    this.notes = notes;
  }

  /**
   * @param at at which a pushed request must not have expired
   */
  Reading read(Parameters parameters, Instant at, Instant now) {
    Reading reading = requests.read(parameters, at);
    if (reading instanceof Reading.Refusal refusal) {
      reasons
          .of(refusal, parameters, now)
          .ifPresent(refused -> notes.refused(refused.application(), refused.refusal()));
    }
    return reading;
  }

  void refusedByUser(Application application, Instant now) {
    var reason = Reason.of(Cause.USER_REFUSED);
    notes.refused(
        application.id(), new Refusal(now, Door.AUTHORIZE, OAuthError.Code.ACCESS_DENIED, reason));
  }
}
