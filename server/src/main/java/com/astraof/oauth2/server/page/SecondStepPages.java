package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.factor.SignIns;
import com.astraof.oauth2.core.factor.SignIns.Outcome;
import com.astraof.oauth2.core.factor.SignIns.Pending;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.CodeGuesses;
import java.util.Optional;

/** {@code /login/second-step} after the password, and {@code /login/passkey} instead of one. */
public final class SecondStepPages {
  private final SignIns signIns;
  private final Visits visits;
  private final Arrivals arrivals;
  private final SignInViews views;
  private final ClosedPages closedPages;
  private final CodeGuesses guesses;
  private final ErrorShape errors;

  public SecondStepPages(
      SignIns signIns,
      Visits visits,
      Arrivals arrivals,
      SignInViews views,
      ClosedPages closedPages,
      CodeGuesses guesses,
      ErrorShape errors) {
    this.signIns = signIns;
    this.visits = visits;
    this.arrivals = arrivals;
    this.views = views;
    this.closedPages = closedPages;
    this.guesses = guesses;
    this.errors = errors;
  }

  /** {@code GET /login/second-step}: without the password there is none. */
  public Reply missing(Call call) {
    return Reply.seeOther("/login").noStore();
  }

  /** {@code POST /login/passkey}. */
  public Reply passkey(Call call) {
    Parameters form = call.form().withoutRepetition();
    var returnTo = ReturnTo.of(form.optional("return_to").orElse("/"));
    Visit visit = visits.of(call);
    if (!visits.sent(call, form)) {
      return views.first(call, 403, visit, returnTo, "", "stale");
    }
    String answer = form.optional("passkey").orElse("");
    return switch (signIns.byPasskeyAlone(answer, visit.door(), act(call))) {
      case Outcome.Welcome welcome -> signedIn(call, welcome, returnTo);
      case Outcome.Closed closed -> closedPages.ask(call, visit, returnTo, closed);
      case Outcome.Blocked(var block) -> closedPages.tell(visit, block);
      case Outcome.SecondStep _, Outcome.Wrong(), Outcome.Busy() ->
          views.first(call, 400, visit, returnTo, "", "passkey_wrong");
    };
  }

  /** {@code POST /login/second-step}. */
  public Reply finish(Call call) {
    Parameters form = call.form().withoutRepetition();
    var returnTo = ReturnTo.of(form.optional("return_to").orElse("/"));
    Visit visit = visits.of(call);
    Optional<Pending> pending =
        form.optional("ticket")
            .filter(_ -> visits.sent(call, form))
            .flatMap(ticket -> signIns.pending(ticket, visit.door(), call.now()));
    return pending
        .map(found -> finish(call, form, visit, returnTo, found))
        .orElseGet(() -> views.first(call, 403, visit, returnTo, "", "stale"));
  }

  private Reply finish(
      Call call, Parameters form, Visit visit, ReturnTo returnTo, Pending pending) {
    Optional<String> answer = form.optional("passkey");
    if (answer.isPresent()) {
      var outcome = signIns.byPasskey(pending, answer.get(), act(call));
      return reply(call, outcome, visit, returnTo, pending, "passkey_wrong");
    }
    return guesses
        .refusal(pending.user(), errors)
        .orElseGet(() -> byCode(call, form, visit, returnTo, pending));
  }

  private Reply byCode(
      Call call, Parameters form, Visit visit, ReturnTo returnTo, Pending pending) {
    var outcome = signIns.byCode(pending, form.optional("code").orElse(""), act(call));
    if (outcome.isProved()) {
      guesses.giveBack(pending.user());
    }
    return reply(call, outcome, visit, returnTo, pending, "code_wrong");
  }

  private Reply reply(
      Call call, Outcome outcome, Visit visit, ReturnTo returnTo, Pending pending, String wrong) {
    return switch (outcome) {
      case Outcome.Welcome welcome when pending.adds() -> added(call, welcome, visit, returnTo);
      case Outcome.Welcome welcome -> signedIn(call, welcome, returnTo);
      case Outcome.Closed closed -> closedPages.ask(call, visit, returnTo, closed);
      case Outcome.Blocked(var block) -> closedPages.tell(visit, block);
      case Outcome.SecondStep _, Outcome.Wrong(), Outcome.Busy() ->
          views.second(call, 400, visit, returnTo, pending, wrong);
    };
  }

  private Reply signedIn(Call call, Outcome.Welcome welcome, ReturnTo returnTo) {
    return arrivals.signIn(call, welcome.user(), welcome.methods(), returnTo);
  }

  /** Its ticket is sealed for the session, so there is one. */
  private Reply added(Call call, Outcome.Welcome welcome, Visit visit, ReturnTo returnTo) {
    Reply onward = Reply.seeOther(returnTo.path()).noStore();
    return visits.add(call, visit.session().orElseThrow(), welcome.methods(), onward);
  }

  private static Act act(Call call) {
    return call.act(new Who.Stranger());
  }
}
