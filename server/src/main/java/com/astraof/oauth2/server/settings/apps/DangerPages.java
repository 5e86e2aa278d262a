package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Faces;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationDangerPage;
import com.astraof.oauth2.server.view.Person;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Sudo;
import com.astraof.oauth2.server.view.Tab;
import org.jspecify.annotations.Nullable;

/** {@code /settings/applications/{id}/danger}, at first and as its forms show it again. */
public final class DangerPages {
  private final UserStore users;
  private final SudoGate sudo;
  private final Pages pages;

  public DangerPages(UserStore users, SudoGate sudo, Pages pages) {
    this.users = users;
    this.sudo = sudo;
    this.pages = pages;
  }

  public Reply show(OwnersVisit visit) {
    return page(200, visit, sudo.of(visit.visit()), "", Problems.NONE);
  }

  Reply unconfirmed(OwnersVisit visit, SudoGate.Refusal refusal, String typedUser) {
    return refusal.on(page(refusal.status(), visit, refusal.sudo(), typedUser, Problems.NONE));
  }

  Reply refused(OwnersVisit visit, Sudo shown, String typedUser, Problems problems) {
    return page(400, visit, shown, typedUser, problems);
  }

  private Reply page(
      int status, OwnersVisit visit, Sudo shown, String typedUser, Problems problems) {
    var page =
        new ApplicationDangerPage(
            visit.frame(Tab.DANGER), shown, offeredTo(visit), typedUser, problems);
    return pages.page(status, pages.views().applicationDanger(page), visit.visit().visit());
  }

  private @Nullable Person offeredTo(OwnersVisit visit) {
    UserId offeredTo = visit.application().ownership().offeredTo();
    return offeredTo == null ? null : users.find(offeredTo).map(Faces::of).orElse(null);
  }
}
