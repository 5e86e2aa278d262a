package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.AuditLog.Entry;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.view.ActivityPage;
import com.astraof.oauth2.server.view.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /settings/activity}: the audit log as far as it is about oneself. */
public final class ActivityPages {
  private static final int ITEMS = 30;

  private final AuditLog log;
  private final ApplicationStore applications;
  private final Pages pages;

  public ActivityPages(AuditLog log, ApplicationStore applications, Pages pages) {
    this.log = log;
    this.applications = applications;
    this.pages = pages;
  }

  public Reply show(SettingsVisit visit) {
    long before = before(visit);
    List<Entry> found = log.of(visit.user().id(), before, ITEMS + 1);
    boolean more = found.size() > ITEMS;
    List<Entry> entries = more ? found.subList(0, ITEMS) : found;
    var page =
        new ActivityPage(
            visit.frame(Section.ACTIVITY),
            items(entries),
            before == Long.MAX_VALUE,
            more ? entries.getLast().id() : null);
    return pages.page(200, pages.views().activity(page), visit.visit());
  }

  /** What cannot be a place in the log is passed over. */
  private static long before(SettingsVisit visit) {
    return visit
        .call()
        .query()
        .optional("before")
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(Long.MAX_VALUE);
  }

  private List<ActivityPage.Item> items(List<Entry> entries) {
    Map<ApplicationId, String> names = new HashMap<>();
    return entries.stream().map(entry -> item(entry.event(), names)).toList();
  }

  private ActivityPage.Item item(AuditEvent event, Map<ApplicationId, String> names) {
    ApplicationId application = event.subject().application();
    @Nullable String name =
        application == null
            ? null
            : names.computeIfAbsent(application, id -> applications.name(id).orElse(null));
    var place = event.visiblePlace().orElse(null);
    return new ActivityPage.Item(event.what(), name, event.act().at(), place);
  }
}
