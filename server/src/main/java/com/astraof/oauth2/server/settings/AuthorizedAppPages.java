package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.authorization.AuthorizedApps;
import com.astraof.oauth2.core.authorization.Consent;
import com.astraof.oauth2.core.authorization.ConsentStore.Standing;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Faces;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.view.AppLinks;
import com.astraof.oauth2.server.view.AuthorizedAppsPage;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Trust;
import java.time.Instant;

/** {@code /settings/authorized-apps}, and how to take access back. */
public final class AuthorizedAppPages {
  private final AuthorizedApps apps;
  private final Pages pages;

  public AuthorizedAppPages(AuthorizedApps apps, Pages pages) {
    this.apps = apps;
    this.pages = pages;
  }

  public Reply show(SettingsVisit visit) {
    var listed =
        apps.of(visit.user().id()).stream()
            .map(standing -> app(standing, visit.call().now()))
            .toList();
    var page = new AuthorizedAppsPage(visit.frame(Section.AUTHORIZED_APPS), listed);
    return pages.page(200, pages.views().authorizedApps(page), visit.visit());
  }

  private static AuthorizedAppsPage.App app(Standing standing, Instant now) {
    Application application = standing.application();
    Consent consent = standing.consent();
    boolean used = consent.lastUsedAt().isAfter(consent.since());
    return new AuthorizedAppsPage.App(
        application.id().toString(),
        application.name(),
        Faces.icon(application),
        consent.scopes().stream().toList(),
        consent.since(),
        used ? consent.lastUsedAt() : null,
        new AppLinks(application.listing().links()),
        trust(application, now));
  }

  private static Trust trust(Application application, Instant now) {
    if (application.isDisabledAt(now)) {
      return Trust.DISABLED;
    }
    return application.oversight().isVerified() ? Trust.VERIFIED : Trust.PLAIN;
  }

  /**
   * {@code POST /settings/authorized-apps/remove}: an app that has no access is answered like one
   * that had.
   */
  public Reply remove(SettingsVisit visit, Parameters form) {
    form.optional("application")
        .flatMap(ApplicationId::parse)
        .ifPresent(application -> apps.remove(visit.user().id(), application, visit.act()));
    return Reply.seeOther(Done.ACCESS_REMOVED.on(Section.AUTHORIZED_APPS)).noStore();
  }
}
