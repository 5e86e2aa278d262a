package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.view.ForgotPage;
import com.astraof.oauth2.server.view.ForgotPage.Step;
import org.jspecify.annotations.Nullable;

/** {@code /forgot}: asks for a link by which a new password can be chosen. */
public final class ForgotPages {
  private final MailDesk desk;
  private final Visits visits;
  private final Pages pages;

  public ForgotPages(MailDesk desk, Visits visits, Pages pages) {
    this.desk = desk;
    this.visits = visits;
    this.pages = pages;
  }

  /** {@code GET /forgot}. */
  public Reply show(Call call) {
    Step step = desk.isOpen() ? Step.ASK : Step.IMPOSSIBLE;
    return page(200, visits.of(call), step, "", null);
  }

  /** {@code POST /forgot}: the same answer for every address. */
  public Reply ask(Call call) {
    Parameters form = call.form().withoutRepetition();
    Visit visit = visits.of(call);
    if (!desk.isOpen()) {
      return page(400, visit, Step.IMPOSSIBLE, "", null);
    }
    String email = form.optional("email").orElse("").strip();
    if (!visits.sent(call, form)) {
      return page(403, visit, Step.ASK, email, visit.frame().words().say("sign_in.stale"));
    }
    return desk.forgot(email, call)
        .map(problem -> page(400, visit, Step.ASK, email, problem.message()))
        .orElseGet(() -> page(200, visit, Step.SENT, "", null));
  }

  private Reply page(int status, Visit visit, Step step, String email, @Nullable String problem) {
    var page = new ForgotPage(visit.frame(), step, email, problem);
    return pages.page(status, pages.views().forgot(page), visit);
  }
}
