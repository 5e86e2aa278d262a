package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.mail.PasswordResets;
import com.astraof.oauth2.core.mail.PasswordResets.Outcome;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.LinkDonePage;
import com.astraof.oauth2.server.view.LinkDonePage.What;
import com.astraof.oauth2.server.view.NewPasswordPage;
import com.astraof.oauth2.server.view.NewPasswordPage.Way;
import org.jspecify.annotations.Nullable;

/** Where a mailed link leads to that lets its reader choose a new password. */
public final class NewPasswordPages {
  private final Way way;
  private final PasswordResets resets;
  private final Visits visits;
  private final Pages pages;

  public NewPasswordPages(Way way, PasswordResets resets, Visits visits, Pages pages) {
    this.way = way;
    this.resets = resets;
    this.visits = visits;
    this.pages = pages;
  }

  /** Changes nothing. */
  public Reply show(Call call) {
    String link = call.query().optional("link").orElse("");
    Visit visit = visits.of(call);
    return resets.isAlive(link, call.now())
        ? page(200, visit, link, null)
        : pages.problem(400, visit, "dead_link", null);
  }

  public Reply choose(Call call) {
    Parameters form = call.form().withoutRepetition();
    Visit visit = visits.of(call);
    String link = form.optional("link").orElse("");
    if (!visits.sent(call, form)) {
      return page(403, visit, link, visit.frame().words().say("sign_in.stale"));
    }
    var password = new Secret(form.optional("new_password").orElse(""));
    boolean endAppAccess = form.optional("end_app_access").isPresent();
    return switch (resets.reset(link, password, endAppAccess, call.act(new Who.Stranger()))) {
      case Outcome.Done() -> done(visit);
      case Outcome.Dead() -> pages.problem(400, visit, "dead_link", null);
      case Outcome.Refused(var problem) -> page(400, visit, link, problem.message());
      case Outcome.Busy() ->
          page(503, visit, link, visit.frame().words().say("sign_in.busy"))
              .with("Retry-After", "2");
    };
  }

  private Reply done(Visit visit) {
    What what =
        switch (way) {
          case RESET -> What.PASSWORD_RESET;
          case BACK -> What.WENT_BACK;
        };
    var page = new LinkDonePage(visit.frame(), what);
    return pages.page(200, pages.views().linkDone(page), visit);
  }

  private Reply page(int status, Visit visit, String link, @Nullable String problem) {
    var page = new NewPasswordPage(visit.frame(), way, link, problem);
    return pages.page(status, pages.views().newPassword(page), visit);
  }
}
