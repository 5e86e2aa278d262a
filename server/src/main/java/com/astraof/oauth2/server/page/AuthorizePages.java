package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authorization.AuthorizationRequest;
import com.astraof.oauth2.core.authorization.AuthorizationRequests;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.authorization.AuthorizationResponse;
import com.astraof.oauth2.core.authorization.Authorizer;
import com.astraof.oauth2.core.authorization.Authorizer.Step;
import com.astraof.oauth2.core.authorization.ConsentTickets;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.ConsentPage;
import com.astraof.oauth2.server.view.ConsentPage.Asker;
import com.astraof.oauth2.server.view.ConsentPage.Destination;
import com.astraof.oauth2.server.view.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * The authorization endpoint in the browser, {@code /oauth2/authorize}: RFC 6749 §3.1. What cannot
 * be answered to a registered address is told to the person; everything else goes back to the app.
 */
public final class AuthorizePages {
  private final AuthorizationRequests requests;
  private final Authorizer authorizer;
  private final ConsentTickets tickets;
  private final Visits visits;
  private final Pages pages;

  public AuthorizePages(
      AuthorizationRequests requests,
      Authorizer authorizer,
      ConsentTickets tickets,
      Visits visits,
      Pages pages) {
    this.requests = requests;
    this.authorizer = authorizer;
    this.tickets = tickets;
    this.visits = visits;
    this.pages = pages;
  }

  /** {@code GET /oauth2/authorize}. */
  public Reply authorize(Call call) {
    Visit visit = visits.of(call);
    return switch (requests.read(call.query())) {
      case Reading.Unanswerable(var problem) -> unanswerable(visit, problem);
      case Reading.SendBack(var response, var _) -> sendBack(response);
      case Reading.Understood(var request) -> proceed(call, visit, request);
    };
  }

  private Reply proceed(Call call, Visit visit, AuthorizationRequest request) {
    User user = visit.session().map(Session::user).orElse(null);
    var here = new ReturnTo(ReturnTo.AUTHORIZE + "?" + call.target().query());
    return switch (authorizer.next(request, user, call.now())) {
      case Step.SignIn() -> Reply.seeOther(here.bySigningIn()).noStore();
      case Step.Ask(var approved) -> ask(call, visit, request, approved, here);
      case Step.Answer(var response) -> sendBack(response);
    };
  }

  private Reply ask(
      Call call, Visit visit, AuthorizationRequest request, Scopes approved, ReturnTo here) {
    Session session = visit.session().orElseThrow();
    Scopes asked = request.scopes();
    boolean allKnown = approved.containsAll(asked);
    Scopes toShow = allKnown ? asked : asked.minus(approved);
    var page =
        new ConsentPage(
            visit.frame(),
            asker(request, visit.frame().words()),
            Faces.of(session.user()),
            toShow.stream().toList(),
            asked.minus(toShow).stream().toList(),
            new Destination(request.redirectUri().host()),
            tickets.issue(request, session, call.now()),
            here.path());
    String html = pages.views().consent(page);
    return pages.leadingOut(200, html, visit, request.redirectUri().origin());
  }

  private static Asker asker(AuthorizationRequest request, Words words) {
    String since = words.date(request.application().createdAt());
    return new Asker(request.application().name(), since, Faces.icon(request.application()));
  }

  /**
   * {@code POST /oauth2/authorize/decision}: only what was shown is granted, to whom it was shown.
   */
  public Reply decide(Call call) {
    Parameters form = call.form().withoutRepetition();
    Visit visit = visits.of(call);
    if (visit.session().isEmpty()) {
      var again = ReturnTo.of(form.optional("return_to").orElse("/"));
      return Reply.seeOther(again.bySigningIn()).noStore();
    }
    Session session = visit.session().get();
    Optional<Parameters> shown =
        tickets
            .open(form.optional("ticket").orElse(""), session, call.now())
            .filter(parameters -> visits.sent(call, form));
    if (shown.isEmpty()) {
      return pages.problem(403, visit, "stale", null);
    }
    return switch (requests.read(shown.get())) {
      case Reading.Unanswerable(var problem) -> unanswerable(visit, problem);
      case Reading.SendBack(var response, var _) -> sendBack(response);
      case Reading.Understood(var request) ->
          sendBack(answer(request, session.user(), form.required("decision"), call));
    };
  }

  private AuthorizationResponse answer(
      AuthorizationRequest request, User user, String decision, Call call) {
    return decision.equals("approve")
        ? authorizer.approve(request, user, call.act(new Who.Person(user.id())))
        : authorizer.deny(request);
  }

  private Reply unanswerable(Visit visit, AuthorizationRequests.Problem problem) {
    String key = problem.name().toLowerCase(Locale.ROOT);
    String detail = visit.frame().words().say("problem." + key + ".detail");
    return pages.problem(400, visit, key, detail).remark("outcome", key);
  }

  private static Reply sendBack(AuthorizationResponse response) {
    return Reply.seeOther(response.location())
        .noStore()
        .remark("outcome", response.parameters().getOrDefault("error", "code"));
  }
}
