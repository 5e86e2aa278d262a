package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.authorization.StepUp;
import com.astraof.oauth2.core.authorization.StepUp.Missing;
import com.astraof.oauth2.core.factor.SignIns;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;

/**
 * {@code GET /login}: asks for as much as is missing. That is nothing for who is signed in, unless
 * an app wants more.
 */
public final class SignInDoor {
  private final SignIns signIns;
  private final StepUp stepUp;
  private final Visits visits;
  private final Onward onward;
  private final SignInViews views;

  public SignInDoor(
      SignIns signIns, StepUp stepUp, Visits visits, Onward onward, SignInViews views) {
    this.signIns = signIns;
    this.stepUp = stepUp;
    this.visits = visits;
    this.onward = onward;
    this.views = views;
  }

  public Reply show(Call call) {
    var returnTo = ReturnTo.of(call.query().optional("return_to").orElse("/"));
    Visit visit = visits.of(call);
    if (visit.session().isEmpty()) {
      return views.first(call, 200, visit, returnTo, "", null);
    }
    Session session = visit.session().get();
    return switch (missing(call, returnTo, session)) {
      case NOTHING, MEANS -> Reply.seeOther(returnTo.path()).noStore();
      case SIGN_IN -> views.first(call, 200, visit, returnTo, "", null);
      case SECOND_FACTOR -> {
        var pending = signIns.adding(session, visit.door(), call.now());
        yield views.second(call, 200, visit, returnTo, pending, null);
      }
    };
  }

  private Missing missing(Call call, ReturnTo returnTo, Session session) {
    var request = onward.of(returnTo, call.now()).request();
    return request == null ? Missing.NOTHING : stepUp.missing(request, session, call.now());
  }
}
