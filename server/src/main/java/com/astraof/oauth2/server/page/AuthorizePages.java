package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authorization.AuthorizationRequest;
import com.astraof.oauth2.core.authorization.AuthorizationRequests;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.authorization.Authorizer;
import com.astraof.oauth2.core.authorization.Authorizer.Step;
import com.astraof.oauth2.core.authorization.ConsentTickets;
import com.astraof.oauth2.core.authorization.ConsentTickets.Shown;
import com.astraof.oauth2.core.authorization.StepUp.Missing;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.ConsentPage;
import com.astraof.oauth2.server.view.ConsentPage.Destination;
import com.astraof.oauth2.server.view.Decision;
import com.astraof.oauth2.server.view.StrongerPage;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The authorization endpoint in the browser, {@code /oauth2/authorize}: RFC 6749 §3.1. What cannot
 * be answered to a registered address is told to the person; everything else goes back to the app.
 */
public final class AuthorizePages {
  private final NotedRequests requests;
  private final Authorizer authorizer;
  private final ConsentTickets tickets;
  private final BotPages bots;
  private final Visits visits;
  private final Askers askers;
  private final Pages pages;
  private final SendBack sendBack;

  public AuthorizePages(
      NotedRequests requests,
      Authorizer authorizer,
      ConsentTickets tickets,
      BotPages bots,
      Visits visits,
      Askers askers,
      Pages pages) {
    this.requests = requests;
    this.authorizer = authorizer;
    this.tickets = tickets;
    this.bots = bots;
    this.visits = visits;
    this.askers = askers;
    this.pages = pages;
    this.sendBack = new SendBack(pages);
  }

  /** {@code GET /oauth2/authorize}. */
  public Reply authorize(Call call) {
    Visit visit = visits.of(call);
    return switch (requests.read(call.query(), call.now(), call.now())) {
      case Reading.Understood(var request) ->
          proceed(call, visit.wishing(request.uiLocales()), request);
      case Reading.Refusal refusal -> refuse(visit, refusal);
    };
  }

  private Reply proceed(Call call, Visit visit, AuthorizationRequest request) {
    Session session = visit.session().orElse(null);
    var here = new ReturnTo(ReturnTo.AUTHORIZE + "?" + call.target().query());
    return switch (authorizer.next(request, session, call.now())) {
      case Step.SignIn() -> Reply.seeOther(unproved(request, here).bySigningIn()).noStore();
      case Step.AskForMeans() -> askForMeans(question(call, visit, request, Scopes.NONE, here));
      case Step.Ask(var approved) -> ask(question(call, visit, request, approved, here));
      case Step.AskForBot(var approved) -> bots.ask(question(call, visit, request, approved, here));
      case Step.Answer(var response) -> sendBack.with(response, visit);
    };
  }

  /** A sign-in that was good for an earlier answer leads nowhere any more. */
  private static ReturnTo unproved(AuthorizationRequest request, ReturnTo here) {
    return request.interaction().signedIn() == null
        ? here
        : ReturnTo.authorizing(request.signedIn(null));
  }

  private Question question(
      Call call, Visit visit, AuthorizationRequest request, Scopes approved, ReturnTo here) {
    Session session = visit.session().orElseThrow();
    var decision = new Decision(tickets.issue(request, session, call.now()), here.path());
    return new Question(visit, session.user(), request, approved, decision);
  }

  private Reply askForMeans(Question question) {
    var page =
        new StrongerPage(
            question.visit().frame(),
            question.request().application().name(),
            Faces.of(question.user()),
            !question.user().isUnclaimed(),
            question.decision());
    String html = pages.views().stronger(page);
    var redirectUri = question.request().answerTo().orElseThrow();
    return pages.leadingOut(200, html, question.visit(), redirectUri.origin());
  }

  private Reply ask(Question question) {
    var redirectUri = question.request().answerTo().orElseThrow();
    var page =
        new ConsentPage(
            question.visit().frame(),
            askers.of(question.request().application(), question.visit().frame().words()),
            Faces.of(question.user()),
            question.fresh(),
            question.known(),
            new Destination(redirectUri.host()),
            question.decision());
    String html = pages.views().consent(page);
    return pages.leadingOut(200, html, question.visit(), redirectUri.origin());
  }

  /**
   * {@code POST /oauth2/authorize/decision}: only what was shown is granted, to whom it was shown.
   */
  public Reply decide(Call call) {
    Parameters form = call.form().withoutRepetition();
    Visit visit = visits.of(call);
    if (visit.session().isEmpty()) {
      return signInFirst(form);
    }
    Session session = visit.session().get();
    Optional<Shown> shown =
        tickets
            .open(form.optional("ticket").orElse(""), session, call.now())
            .filter(_ -> visits.sent(call, form));
    if (shown.isEmpty()) {
      return pages.problem(403, visit, "stale", null);
    }
    return switch (requests.read(shown.get().parameters(), shown.get().at(), call.now())) {
      case Reading.Understood(var request) ->
          answer(call, visit.wishing(request.uiLocales()), request, shown.get().at(), form);
      case Reading.Refusal refusal -> refuse(visit, refusal);
    };
  }

  private static Reply signInFirst(Parameters form) {
    var again = ReturnTo.of(form.optional("return_to").orElse("/"));
    return Reply.seeOther(again.bySigningIn()).noStore();
  }

  /**
   * @param at when it was shown; what was recent enough then may be answered now
   */
  private Reply answer(
      Call call, Visit visit, AuthorizationRequest request, Instant at, Parameters form) {
    Session session = visit.session().orElseThrow();
    if (!form.required("decision").equals("approve")) {
      return deny(call, visit, request, session);
    }
    if (authorizer.missing(request, session, at) != Missing.NOTHING) {
      return signInFirst(form);
    }
    var act = call.act(new Who.Person(session.user().id()));
    var answer = new BotPages.Answer(visit, session, request, form, act);
    return request.bot() == null
        ? authorizer
            .approve(request, answer.scopes(), session, act)
            .map(response -> sendBack.with(response, visit))
            .orElseThrow()
        : bots.approve(answer);
  }

  private Reply deny(Call call, Visit visit, AuthorizationRequest request, Session session) {
    requests.refusedByUser(request.application(), call.now());
    return authorizer
        .deny(request, session, call.now())
        .map(response -> sendBack.with(response, visit))
        .orElseGet(() -> pages.problem(200, visit, "not_added", null));
  }

  private Reply refuse(Visit visit, Reading.Refusal refusal) {
    return switch (refusal) {
      case Reading.SendBack(var response, var _) -> sendBack.with(response, visit);
      case Reading.Unanswerable(var problem) -> unanswerable(visit, problem);
      case Reading.Untold(var error) ->
          pages
              .problem(400, visit, "malformed", error.description())
              .remark("outcome", error.code().wire());
    };
  }

  private Reply unanswerable(Visit visit, AuthorizationRequests.Problem problem) {
    String key = problem.name().toLowerCase(Locale.ROOT);
    String detail = visit.frame().words().say("problem." + key + ".detail");
    return pages.problem(400, visit, key, detail).remark("outcome", key);
  }
}
