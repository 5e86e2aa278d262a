package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.exchange.Revocation;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;

/**
 * {@code POST /oauth2/token/revoke}: RFC 7009 §2. The answer never tells whether the token was
 * known (§2.2).
 */
public final class RevocationEndpoint implements ClientDoor.FormEndpoint {
  private final Revocation revocation;

  public RevocationEndpoint(Revocation revocation) {
    this.revocation = revocation;
  }

  @Override
  public Reply answer(Call call, Application application, Parameters form) {
    var act = call.act(new Who.App(application.id()));
    revocation.revoke(application, new Secret(form.required("token")), act);
    return Reply.empty(200).noStore();
  }
}
