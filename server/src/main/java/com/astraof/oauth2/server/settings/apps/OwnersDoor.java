package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.OwnApplications;
import com.astraof.oauth2.core.application.OwnApplications.Found;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Upload;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SettingsDoor;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.view.ApplicationFrame;
import com.astraof.oauth2.server.view.Tab;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Lets owners in to the pages of their applications. For everyone else there is nothing here, as
 * there is at an id that nobody has. An application that the operator has disabled can be looked at
 * and deleted, and no more.
 */
public final class OwnersDoor {
  private final SettingsDoor door;
  private final OwnApplications applications;
  private final RateLimits limits;
  private final Pages pages;

  public OwnersDoor(
      SettingsDoor door, OwnApplications applications, RateLimits limits, Pages pages) {
    this.door = door;
    this.applications = applications;
    this.limits = limits;
    this.pages = pages;
  }

  /** A page. */
  public Endpoint page(Function<OwnersVisit, Reply> page) {
    return door.page(visit -> owned(visit, page));
  }

  /**
   * A form.
   *
   * @param tab the page that it stands on
   * @param limit counted together with the same over the API
   */
  public Endpoint form(Tab tab, Limit limit, BiFunction<OwnersVisit, Parameters, Reply> form) {
    return door.form(
        ApplicationFrame.path("{id}", tab),
        (visit, sent) ->
            owned(visit, own -> limited(limit, own, owner -> form.apply(owner, sent))));
  }

  /** The same for a form with a file. */
  public Endpoint upload(Tab tab, Limit limit, BiFunction<OwnersVisit, Upload, Reply> form) {
    return door.upload(
        ApplicationFrame.path("{id}", tab),
        (visit, sent) ->
            owned(visit, own -> limited(limit, own, owner -> form.apply(owner, sent))));
  }

  private Reply owned(SettingsVisit visit, Function<OwnersVisit, Reply> next) {
    return switch (applications.find(visit.call().variable("id"), visit.user().id())) {
      case Found.Yours(var application) -> next.apply(new OwnersVisit(visit, application));
      case Found.SomebodyElses _, Found.Unknown _ -> nothingHere(pages, visit);
    };
  }

  private Reply limited(Limit limit, OwnersVisit visit, Function<OwnersVisit, Reply> next) {
    boolean isDisabled = visit.application().isDisabledAt(visit.act().at());
    if (isDisabled && limit != Limit.APPLICATION_DELETE) {
      return pages.problem(403, visit.visit().visit(), "application_disabled", null);
    }
    String key = visit.visit().user().id() + " " + visit.application().id();
    return limits.guard(limit, key, new PageErrors(pages), () -> next.apply(visit));
  }

  static Reply nothingHere(Pages pages, SettingsVisit visit) {
    return pages.problem(404, visit.visit(), "not_found", null);
  }
}
