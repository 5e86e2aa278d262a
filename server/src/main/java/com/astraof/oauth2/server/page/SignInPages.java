package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.factor.SignIns;
import com.astraof.oauth2.core.factor.SignIns.Outcome;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.SignInLimits;

/** What is sent to {@code /login} and {@code /logout}. */
public final class SignInPages {
  private final SignIns signIns;
  private final Visits visits;
  private final Arrivals arrivals;
  private final SignInViews views;
  private final ClosedPages closedPages;
  private final Pages pages;
  private final SignInLimits limits;
  private final ErrorShape errors;

  public SignInPages(
      SignIns signIns,
      Visits visits,
      Arrivals arrivals,
      SignInViews views,
      ClosedPages closedPages,
      Pages pages,
      SignInLimits limits,
      ErrorShape errors) {
    this.signIns = signIns;
    this.visits = visits;
    this.arrivals = arrivals;
    this.views = views;
    this.closedPages = closedPages;
    this.pages = pages;
    this.limits = limits;
    this.errors = errors;
  }

  /** {@code POST /login}. */
  public Reply signIn(Call call) {
    Parameters form = call.form().withoutRepetition();
    var returnTo = ReturnTo.of(form.optional("return_to").orElse("/"));
    String email = form.optional("email").orElse("").strip();
    Visit visit = visits.of(call);
    if (!visits.sent(call, form)) {
      return views.first(call, 403, visit, returnTo, email, "stale");
    }
    var password = new Secret(form.optional("password").orElse(""));
    return limits
        .refusal(email, call, errors.answering(call))
        .orElseGet(() -> signIn(call, visit, returnTo, email, password));
  }

  private Reply signIn(Call call, Visit visit, ReturnTo returnTo, String email, Secret password) {
    return switch (signIns.byPassword(
        email, password, visit.door(), call.act(new Who.Stranger()))) {
      case Outcome.Welcome(var user, var methods) -> arrivals.signIn(call, user, methods, returnTo);
      case Outcome.Closed closed -> closedPages.ask(call, visit, returnTo, closed);
      case Outcome.Blocked(var block) -> closedPages.tell(visit, block);
      case Outcome.SecondStep(var ticket, var _) -> secondStep(call, visit, returnTo, ticket);
      case Outcome.Wrong() -> {
        limits.countFailure(email, call);
        yield views.first(call, 400, visit, returnTo, email, "wrong");
      }
      case Outcome.Busy() ->
          views.first(call, 503, visit, returnTo, email, "busy").with("Retry-After", "2");
    };
  }

  private Reply secondStep(Call call, Visit visit, ReturnTo returnTo, String ticket) {
    return signIns
        .pending(ticket, visit.door(), call.now())
        .map(pending -> views.second(call, 200, visit, returnTo, pending, null))
        .orElseGet(() -> views.first(call, 403, visit, returnTo, "", "stale"));
  }

  /** {@code POST /logout}. */
  public Reply signOut(Call call) {
    Parameters form = call.form().withoutRepetition();
    if (!visits.sent(call, form)) {
      return pages.problem(403, visits.of(call), "stale", null);
    }
    var returnTo = ReturnTo.of(form.optional("return_to").orElse("/"));
    return visits.signOut(call, Reply.seeOther(returnTo.path()).noStore());
  }
}
