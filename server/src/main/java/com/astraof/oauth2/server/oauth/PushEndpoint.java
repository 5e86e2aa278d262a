package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.authorization.Pushing;
import com.astraof.oauth2.core.dpop.DpopProofs;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.server.dpop.Possession;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code POST /oauth2/par}: pushed authorization requests, RFC 9126 §2. Never cached (§2.2). */
public final class PushEndpoint implements ClientDoor.FormEndpoint {
  private final Pushing pushing;
  private final Possession possession;
  private final Refusals refusals;

  public PushEndpoint(Pushing pushing, Possession possession, Refusals refusals) {
    this.pushing = pushing;
    this.possession = possession;
    this.refusals = refusals;
  }

  @Override
  public Reply answer(Call call, Application application, Parameters form) {
    var shown = possession.shownIn(call, null);
    Reply reply =
        shown.isEmpty()
            ? push(call, application, form, null)
            : switch (shown.get()) {
              case DpopProofs.Outcome.Proven(var key) -> push(call, application, form, key);
              case DpopProofs.Outcome.Refused(var error) ->
                  refusals.reply(call, application, error);
            };
    return possession.withNonce(reply, call.now());
  }

  private Reply push(
      Call call, Application application, Parameters form, @Nullable Thumbprint key) {
    return switch (pushing.push(application, form, key, call.now())) {
      case Pushing.Outcome.Refused(var error) -> refusals.reply(call, application, error);
      case Pushing.Outcome.Taken(var pushed) -> {
        var json = Json.object().put("request_uri", pushed.requestUri());
        json.put("expires_in", Duration.between(call.now(), pushed.expiresAt()).toSeconds());
        yield Reply.json(201, Json.text(json)).noStore().remark("outcome", "pushed");
      }
    };
  }
}
