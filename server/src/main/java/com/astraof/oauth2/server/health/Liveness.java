package com.astraof.oauth2.server.health;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;

/** {@code GET /livez}: the process answers. What starts it anew would mend nothing else. */
public final class Liveness implements Endpoint {
  @Override
  public Reply answer(Call call) {
    return Reply.json(200, "{\"alive\":true}");
  }
}
