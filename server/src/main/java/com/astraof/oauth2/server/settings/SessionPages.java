package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.SessionsPage;

/** {@code /settings/sessions}, and how to end what is listed there. */
public final class SessionPages {
  private final Sessions sessions;
  private final Pages pages;

  public SessionPages(Sessions sessions, Pages pages) {
    this.sessions = sessions;
    this.pages = pages;
  }

  public Reply show(SettingsVisit visit) {
    var items =
        sessions.of(visit.user().id(), visit.call().now()).stream()
            .map(session -> item(session, visit.session()))
            .toList();
    var page = new SessionsPage(visit.frame(Section.SESSIONS), items);
    return pages.page(200, pages.views().sessions(page), visit.visit());
  }

  private static SessionsPage.Item item(Session session, Session current) {
    return new SessionsPage.Item(
        session.token().text(),
        session.place(),
        session.life().openedAt(),
        session.life().lastUsedAt(),
        session.token().equals(current.token()));
  }

  /** {@code POST /settings/sessions/end}: what is not one's own is answered like what was. */
  public Reply end(SettingsVisit visit, Parameters form) {
    var tokens = form.optional("session").flatMap(SecretHash::read).stream().toList();
    sessions.end(visit.user().id(), tokens, visit.act());
    return Reply.seeOther(Done.SESSION_ENDED.on(Section.SESSIONS)).noStore();
  }

  /** {@code POST /settings/sessions/end-others}. */
  public Reply endOthers(SettingsVisit visit, Parameters form) {
    sessions.endOthers(visit.session(), visit.act());
    return Reply.seeOther(Done.OTHER_SESSIONS_ENDED.on(Section.SESSIONS)).noStore();
  }
}
