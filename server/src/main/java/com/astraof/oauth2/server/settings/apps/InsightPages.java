package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.insight.InsightNotes;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.view.ApplicationInsightsPage;
import com.astraof.oauth2.server.view.Tab;

/** {@code /settings/applications/{id}/insights}. */
public final class InsightPages {
  private final InsightNotes notes;
  private final Pages pages;

  public InsightPages(InsightNotes notes, Pages pages) {
    this.notes = notes;
    this.pages = pages;
  }

  public Reply show(OwnersVisit visit) {
    var insights = notes.read(visit.application().id(), visit.act().at());
    var page = new ApplicationInsightsPage(visit.frame(Tab.INSIGHTS), insights);
    return pages.page(200, pages.views().applicationInsights(page), visit.visit().visit());
  }
}
