package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.mail.EmailAddresses;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.ConfirmLinkPage;
import com.astraof.oauth2.server.view.ConfirmLinkPage.Purpose;
import com.astraof.oauth2.server.view.LinkDonePage;
import com.astraof.oauth2.server.view.LinkDonePage.What;

/** Where a mailed link leads to that proves an address. */
public final class ConfirmLinkPages {
  private final Purpose purpose;
  private final EmailAddresses addresses;
  private final Visits visits;
  private final Pages pages;

  public ConfirmLinkPages(Purpose purpose, EmailAddresses addresses, Visits visits, Pages pages) {
    this.purpose = purpose;
    this.addresses = addresses;
    this.visits = visits;
    this.pages = pages;
  }

  /** Changes nothing, and looks at nothing: what opens each link learns nothing from it. */
  public Reply show(Call call) {
    Visit visit = visits.of(call);
    String link = call.query().optional("link").orElse("");
    var page = new ConfirmLinkPage(visit.frame(), purpose, link);
    return pages.page(200, pages.views().confirmLink(page), visit);
  }

  public Reply confirm(Call call) {
    Parameters form = call.form().withoutRepetition();
    Visit visit = visits.of(call);
    if (!visits.sent(call, form)) {
      return pages.problem(403, visit, "stale_link", null);
    }
    String link = form.optional("link").orElse("");
    Act act = call.act(new Who.Stranger());
    return switch (purpose) {
      case VERIFY ->
          addresses.verify(link, act) ? done(visit, What.VERIFIED) : dead(visit, "dead_link");
      case CHANGE ->
          switch (addresses.change(link, act)) {
            case CHANGED -> done(visit, What.EMAIL_CHANGED);
            case DEAD -> dead(visit, "dead_link");
            case TAKEN -> dead(visit, "email_taken");
          };
    };
  }

  private Reply done(Visit visit, What what) {
    var page = new LinkDonePage(visit.frame(), what);
    return pages.page(200, pages.views().linkDone(page), visit);
  }

  private Reply dead(Visit visit, String problem) {
    return pages.problem(400, visit, problem, null);
  }
}
