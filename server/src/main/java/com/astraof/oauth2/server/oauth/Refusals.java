package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.InsightNotes;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;

/** Refuses at one endpoint: the sender gets the protocol's answer, the owner a note with more. */
public final class Refusals {
  private final InsightNotes notes;
  private final Door door;

  public Refusals(InsightNotes notes, Door door) {
    this.notes = notes;
    this.door = door;
  }

  /** There is no more to tell than the error does. */
  Reply reply(Call call, Application application, OAuthError error) {
    return reply(call, application.id(), error, Reason.told(error));
  }

  Reply reply(Call call, ApplicationId application, OAuthError error, Reason reason) {
    note(call, application, error, reason);
    return OAuthErrors.reply(error);
  }

  void note(Call call, ApplicationId application, OAuthError error, Reason reason) {
    notes.refused(application, new Refusal(call.now(), door, error.code(), reason));
  }
}
