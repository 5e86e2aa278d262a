package com.astraof.oauth2.server;

import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.mail.Carrier;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.mail.Mailbox;
import com.astraof.oauth2.server.page.ConfirmLinkPages;
import com.astraof.oauth2.server.page.ForgotPages;
import com.astraof.oauth2.server.page.MailboxPages;
import com.astraof.oauth2.server.page.NewPasswordPages;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.view.ConfirmLinkPage.Purpose;
import com.astraof.oauth2.server.view.NewPasswordPage.Way;
import java.util.ArrayList;
import java.util.List;

/** The pages that links in mails lead to, and where people ask for such a mail. */
final class MailRoutes {
  private final List<Route> routes = new ArrayList<>();
  private final RateLimits limits;
  private final PageErrors errors;

  private MailRoutes(RateLimits limits, PageErrors errors) {
    this.limits = limits;
    this.errors = errors;
  }

  static List<Route> of(
      Core core, RateLimits limits, MailDesk desk, Carrier mail, Visits visits, Pages pages) {
    var table = new MailRoutes(limits, new PageErrors(pages));
    var forgot = new ForgotPages(desk, visits, pages);
    table.page("GET", "/forgot", Limit.AUTHORIZE, forgot::show);
    table.page("POST", "/forgot", Limit.FORGOT, forgot::ask);
    for (Way way : Way.values()) {
      var choosing = new NewPasswordPages(way, core.passwordResets, visits, pages);
      table.page("GET", way.path(), Limit.MAIL_LINKS, choosing::show);
      table.page("POST", way.path(), Limit.MAIL_LINKS, choosing::choose);
    }
    for (Purpose purpose : Purpose.values()) {
      var confirming = new ConfirmLinkPages(purpose, core.emailAddresses, visits, pages);
      table.page("GET", purpose.path(), Limit.MAIL_LINKS, confirming::show);
      table.page("POST", purpose.path(), Limit.MAIL_LINKS, confirming::confirm);
    }
    if (mail instanceof Mailbox mailbox) {
      var reading = new MailboxPages(mailbox, visits, pages, table.errors);
      table.page("GET", "/mailbox", Limit.PAGES, reading::list);
      table.page("GET", "/mailbox/{name}", Limit.PAGES, reading::show);
    }
    return table.routes;
  }

  private void page(String method, String path, Limit limit, Endpoint endpoint) {
    var limited = new Limited(limits, limit, errors, endpoint);
    routes.add(new Route(method, path, new Access.Browser(), errors, limited));
  }
}
