package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.authorization.SignInProofs;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import java.time.Instant;
import java.util.Set;

/**
 * Lets in whoever has just proved who they are, and leads on to where they were going. An app's
 * request that asks for a recent sign-in learns that there was one.
 */
public final class Arrivals {
  private final Visits visits;
  private final Onward onward;
  private final SignInProofs proofs;

  public Arrivals(Visits visits, Onward onward, SignInProofs proofs) {
    this.visits = visits;
    this.onward = onward;
    this.proofs = proofs;
  }

  Reply signIn(Call call, UserId user, Set<SignInMethod> methods, ReturnTo returnTo) {
    return visits.signIn(
        call,
        user,
        methods,
        session -> Reply.seeOther(path(returnTo, session, call.now())).noStore());
  }

  private String path(ReturnTo returnTo, SecretHash session, Instant now) {
    var request = onward.of(returnTo, now).request();
    return request == null || !request.interaction().signIn().isAboutTime()
        ? returnTo.path()
        : ReturnTo.authorizing(proofs.prove(request, session, now)).path();
  }
}
