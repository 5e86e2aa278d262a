package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.account.Accounts.SignIn;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.SignInLimits;
import com.astraof.oauth2.server.view.SignInPage;
import org.jspecify.annotations.Nullable;

/** {@code /login} and {@code /logout}. */
public final class SignInPages {
  private final Accounts accounts;
  private final Visits visits;
  private final Onward onward;
  private final Pages pages;
  private final SignInLimits limits;
  private final ErrorShape errors;

  public SignInPages(
      Accounts accounts,
      Visits visits,
      Onward onward,
      Pages pages,
      SignInLimits limits,
      ErrorShape errors) {
    this.accounts = accounts;
    this.visits = visits;
    this.onward = onward;
    this.pages = pages;
    this.limits = limits;
    this.errors = errors;
  }

  /** {@code GET /login}. */
  public Reply show(Call call) {
    var returnTo = ReturnTo.of(call.query().optional("return_to").orElse("/"));
    Visit visit = visits.of(call);
    return visit.session().isPresent()
        ? Reply.seeOther(returnTo.path()).noStore()
        : form(call, 200, visit, returnTo, "", null);
  }

  /** {@code POST /login}. */
  public Reply signIn(Call call) {
    Parameters form = call.form().withoutRepetition();
    var returnTo = ReturnTo.of(form.optional("return_to").orElse("/"));
    String email = form.optional("email").orElse("").strip();
    Visit visit = visits.of(call);
    if (!visits.sent(call, form)) {
      return form(call, 403, visit, returnTo, email, "stale");
    }
    var password = new Secret(form.optional("password").orElse(""));
    return limits
        .refusal(email, call, errors.answering(call))
        .orElseGet(() -> signIn(call, visit, returnTo, email, password));
  }

  private Reply signIn(Call call, Visit visit, ReturnTo returnTo, String email, Secret password) {
    return switch (accounts.signIn(email, password, call.act(new Who.Stranger()))) {
      case SignIn.Welcome(var user) ->
          visits.signIn(call, user.id(), Reply.seeOther(returnTo.path()).noStore());
      case SignIn.Wrong() -> {
        limits.countFailure(email, call);
        yield form(call, 400, visit, returnTo, email, "wrong");
      }
      case SignIn.Busy() ->
          form(call, 503, visit, returnTo, email, "busy").with("Retry-After", "2");
    };
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

  private Reply form(
      Call call,
      int status,
      Visit seen,
      ReturnTo returnTo,
      String email,
      @Nullable String problem) {
    var ahead = onward.of(returnTo, call.now());
    Visit visit = seen.wishing(ahead.uiLocales());
    String sentence = problem == null ? null : visit.frame().words().say("sign_in." + problem);
    var page = new SignInPage(visit.frame(), returnTo.path(), ahead.application(), email, sentence);
    return ahead.lead(pages, status, pages.views().signIn(page), visit);
  }
}
