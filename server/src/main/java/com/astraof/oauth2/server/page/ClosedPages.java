package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.factor.ReturnTickets;
import com.astraof.oauth2.core.factor.ReturnTickets.Returning;
import com.astraof.oauth2.core.factor.SignIns;
import com.astraof.oauth2.core.factor.SignIns.Outcome;
import com.astraof.oauth2.core.leaving.Block;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.BlockedPage;
import com.astraof.oauth2.server.view.ClosedPage;
import java.util.Optional;

/** For those who sign in to an account that is closed; by themselves: {@code /reopen}. */
public final class ClosedPages {
  private final SignIns signIns;
  private final ReturnTickets tickets;
  private final Visits visits;
  private final Arrivals arrivals;
  private final SignInViews views;
  private final Pages pages;

  public ClosedPages(
      SignIns signIns,
      ReturnTickets tickets,
      Visits visits,
      Arrivals arrivals,
      SignInViews views,
      Pages pages) {
    this.signIns = signIns;
    this.tickets = tickets;
    this.visits = visits;
    this.arrivals = arrivals;
    this.views = views;
    this.pages = pages;
  }

  /** Asks whether to open it again. */
  Reply ask(Call call, Visit visit, ReturnTo returnTo, Outcome.Closed closed) {
    var closure = closed.closure();
    var page =
        new ClosedPage(
            visit.frame(),
            closure.at(),
            closure.eraseAt(),
            tickets.issue(closed, visit.door(), call.now()),
            returnTo.path());
    return pages.page(200, pages.views().closed(page), visit);
  }

  /** Says that the operator has closed it, and why. */
  Reply tell(Visit visit, Block block) {
    var page = new BlockedPage(visit.frame(), block.since(), block.reason());
    return pages.page(403, pages.views().blocked(page), visit);
  }

  /** {@code GET /reopen}: without having signed in there is nothing to open. */
  public Reply missing(Call call) {
    return Reply.seeOther("/login").noStore();
  }

  /** {@code POST /reopen}: opens it and signs in. */
  public Reply reopen(Call call) {
    Parameters form = call.form().withoutRepetition();
    var returnTo = ReturnTo.of(form.optional("return_to").orElse("/"));
    Visit visit = visits.of(call);
    Optional<Returning> returning =
        form.optional("ticket")
            .filter(_ -> visits.sent(call, form))
            .flatMap(ticket -> tickets.open(ticket, visit.door(), call.now()));
    if (returning.isEmpty()) {
      return views.first(call, 403, visit, returnTo, "", "stale");
    }
    var act = call.act(new Who.Stranger());
    var welcome = signIns.reopen(returning.get().user(), returning.get().methods(), act);
    return arrivals.signIn(call, welcome.user(), welcome.methods(), returnTo);
  }
}
