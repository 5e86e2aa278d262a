package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.OwnApplications;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Faces;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationsPage;
import com.astraof.oauth2.server.view.ApplicationsPage.Item;
import com.astraof.oauth2.server.view.ApplicationsPage.Offer;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Sudo;

/** {@code /settings/applications}: one's own, and those on offer. */
public final class ApplicationList {
  private final OwnApplications applications;
  private final UserStore users;
  private final SudoGate sudo;
  private final Pages pages;

  public ApplicationList(
      OwnApplications applications, UserStore users, SudoGate sudo, Pages pages) {
    this.applications = applications;
    this.users = users;
    this.sudo = sudo;
    this.pages = pages;
  }

  public Reply show(SettingsVisit visit) {
    return page(200, visit, sudo.of(visit));
  }

  Reply page(int status, SettingsVisit visit, Sudo shown) {
    UserId user = visit.user().id();
    var page =
        new ApplicationsPage(
            visit.frame(Section.APPLICATIONS),
            shown,
            applications.of(user).stream().map(ApplicationList::item).toList(),
            applications.offeredTo(user).stream().map(this::offer).toList());
    return pages.page(status, pages.views().applications(page), visit.visit());
  }

  private static Item item(Application application) {
    return new Item(
        application.id().toString(),
        application.name(),
        Faces.icon(application),
        application.createdAt(),
        application.isConfidential(),
        application.bot().isPublic());
  }

  private Offer offer(Application application) {
    User owner = users.find(application.owner()).orElseThrow();
    return new Offer(
        application.id().toString(),
        application.name(),
        Faces.icon(application),
        owner.tag().toString());
  }
}
