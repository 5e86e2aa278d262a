package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;

/** {@code POST /auth/logout}: 204 whatever came (contract 4). */
public final class Logout implements Endpoint {
  private final Sessions sessions;

  public Logout(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Reply answer(Call call) {
    Act act = call.act(new Who.Stranger());
    call.header("authorization").ifPresent(token -> sessions.end(new Secret(token), act));
    return Reply.empty(204).noStore();
  }
}
