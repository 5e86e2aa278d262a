package com.astraof.oauth2.server;

import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.settings.SettingsDoor;
import com.astraof.oauth2.server.settings.ThemeForm;
import com.astraof.oauth2.server.view.Section;
import java.util.ArrayList;
import java.util.List;

/** The pages of User Settings and the forms on them. */
final class SettingsRoutes {
  private final List<Route> routes = new ArrayList<>();
  private final RateLimits limits;
  private final Pages pages;
  private final SettingsDoor door;

  private SettingsRoutes(RateLimits limits, Visits visits, Pages pages) {
    this.limits = limits;
    this.pages = pages;
    this.door = new SettingsDoor(visits, pages);
  }

  static List<Route> of(RateLimits limits, Visits visits, Pages pages) {
    var settings = new SettingsRoutes(limits, visits, pages);
    settings.shell(new ThemeForm(visits));
    return settings.routes;
  }

  private void shell(ThemeForm theme) {
    page("", Limit.PAGES, door.page(_ -> Reply.seeOther(Section.ACCOUNT.path())));
    form("/theme", Limit.PAGES, door.form(Section.ACCOUNT.path(), theme::choose));
  }

  private void page(String path, Limit limit, Endpoint endpoint) {
    add("GET", path, limit, endpoint);
  }

  private void form(String path, Limit limit, Endpoint endpoint) {
    add("POST", path, limit, endpoint);
  }

  private void add(String method, String path, Limit limit, Endpoint endpoint) {
    var errors = new PageErrors(pages);
    var limited = new Limited(limits, limit, errors, endpoint);
    routes.add(new Route(method, "/settings" + path, new Access.Browser(), errors, limited));
  }
}
