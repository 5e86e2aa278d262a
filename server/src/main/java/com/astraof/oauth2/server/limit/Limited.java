package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;

/** An endpoint that each address may call only so often; it counts as a stranger's. */
public record Limited(RateLimits limits, Limit limit, ErrorShape errors, Endpoint endpoint)
    implements Endpoint {
  @Override
  public Reply answer(Call call) {
    String who = call.network();
    return limits.guardAll(who, limit, who, errors.answering(call), () -> endpoint.answer(call));
  }
}
