package com.astraof.oauth2.server;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Body;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.http.Upload;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import com.astraof.oauth2.server.settings.PictureUploads;
import com.astraof.oauth2.server.settings.SettingsDoor;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.settings.apps.ApplicationList;
import com.astraof.oauth2.server.settings.apps.BotAvatarForms;
import com.astraof.oauth2.server.settings.apps.BotForms;
import com.astraof.oauth2.server.settings.apps.BotPages;
import com.astraof.oauth2.server.settings.apps.ClientForms;
import com.astraof.oauth2.server.settings.apps.DangerForms;
import com.astraof.oauth2.server.settings.apps.DangerPages;
import com.astraof.oauth2.server.settings.apps.GeneralPages;
import com.astraof.oauth2.server.settings.apps.IconForms;
import com.astraof.oauth2.server.settings.apps.InsightPages;
import com.astraof.oauth2.server.settings.apps.KeyForms;
import com.astraof.oauth2.server.settings.apps.NewApplicationPages;
import com.astraof.oauth2.server.settings.apps.OAuth2Pages;
import com.astraof.oauth2.server.settings.apps.OwnersDoor;
import com.astraof.oauth2.server.settings.apps.OwnersVisit;
import com.astraof.oauth2.server.settings.apps.SecretForms;
import com.astraof.oauth2.server.settings.apps.TransferAnswers;
import com.astraof.oauth2.server.settings.apps.UrlBuilder;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The pages of Settings → Applications and the forms on them. */
final class ApplicationRoutes {
  private final List<Route> routes = new ArrayList<>();
  private final Core core;
  private final RateLimits limits;
  private final Pages pages;
  private final SettingsDoor door;
  private final OwnersDoor owners;
  private final SudoGate sudo;

  ApplicationRoutes(Core core, RateLimits limits, Visits visits, Pages pages) {
    this.core = core;
    this.limits = limits;
    this.pages = pages;
    this.door = new SettingsDoor(visits, pages);
    this.owners = new OwnersDoor(door, core.ownApplications, limits, pages);
    this.sudo =
        new SudoGate(
            core.confirmer, core.sessions, new PasskeyQuestions(core.passkeys, core.site), limits);
  }

  List<Route> all(String issuer, PictureUploads uploads) {
    list();
    general(uploads);
    oauth2(new UrlBuilder(issuer));
    bot(uploads);
    page("/insights", new InsightPages(core.insights, pages)::show);
    danger();
    return routes;
  }

  private void list() {
    var list = new ApplicationList(core.ownApplications, core.users, sudo, pages);
    var creation = new NewApplicationPages(core.registrar, limits, pages);
    var answers = new TransferAnswers(core.ownApplications, core.transfers, list, sudo, pages);
    String here = Section.APPLICATIONS.path();
    add("GET", "", door.page(list::show));
    add("GET", "/new", door.page(creation::show));
    add("POST", "/new", door.form(here + "/new", creation::create));
    add("POST", "/{id}/transfer/accept", door.form(here, answers::accept));
    add("POST", "/{id}/transfer/decline", door.form(here, answers::decline));
  }

  private void general(PictureUploads uploads) {
    var general = new GeneralPages(core.applicationEditor, pages);
    page("", general::show);
    form(Tab.GENERAL, "", Limit.APPLICATION_UPDATE, general::save);
    var icons = new IconForms(general, uploads, core.applicationEditor, pages);
    upload(Tab.GENERAL, "/icon", icons::replace);
    form(Tab.GENERAL, "/icon/remove", Limit.APPLICATION_UPDATE, icons::remove);
  }

  private void oauth2(UrlBuilder urls) {
    var oauth2 = new OAuth2Pages(sudo, urls, pages);
    var client = new ClientForms(oauth2, core.applicationEditor, pages);
    var secrets = new SecretForms(oauth2, core.secrets, sudo, pages);
    page("/oauth2", oauth2::show);
    form(Tab.OAUTH2, "/redirect-uris/add", Limit.APPLICATION_UPDATE, client::addRedirectUri);
    form(Tab.OAUTH2, "/redirect-uris/remove", Limit.APPLICATION_UPDATE, client::removeRedirectUri);
    form(Tab.OAUTH2, "/client-type", Limit.APPLICATION_UPDATE, client::changeType);
    form(Tab.OAUTH2, "/demands", Limit.APPLICATION_UPDATE, client::bind);
    var keys = new KeyForms(oauth2, core.applicationEditor, sudo, pages);
    form(Tab.OAUTH2, "/keys", Limit.APPLICATION_UPDATE, keys::save);
    form(Tab.OAUTH2, "/keys/remove", Limit.APPLICATION_UPDATE, keys::remove);
    form(Tab.OAUTH2, "/secrets/add", Limit.SECRET_RESET, secrets::add);
    form(Tab.OAUTH2, "/secrets/retire", Limit.SECRET_RESET, secrets::retire);
    form(Tab.OAUTH2, "/secrets/reset", Limit.SECRET_RESET, secrets::reset);
  }

  private void bot(PictureUploads uploads) {
    var bots = new BotPages(core.users, sudo, pages);
    var forms =
        new BotForms(bots, core.accountEditor, core.applicationEditor, core.secrets, sudo, pages);
    page("/bot", bots::show);
    form(Tab.BOT, "/bot", Limit.APPLICATION_UPDATE, forms::profile);
    form(Tab.BOT, "/bot/settings", Limit.APPLICATION_UPDATE, forms::rules);
    form(Tab.BOT, "/bot/reset-token", Limit.SECRET_RESET, forms::resetToken);
    var avatars = new BotAvatarForms(bots, uploads, core.accountEditor, pages);
    upload(Tab.BOT, "/bot/avatar", avatars::replace);
    form(Tab.BOT, "/bot/avatar/remove", Limit.APPLICATION_UPDATE, avatars::remove);
  }

  private void danger() {
    var danger = new DangerPages(core.users, sudo, pages);
    var forms = new DangerForms(danger, core.users, core.transfers, core.deletion, sudo, pages);
    page("/danger", danger::show);
    form(Tab.DANGER, "/transfer", Limit.APPLICATION_UPDATE, forms::offer);
    form(Tab.DANGER, "/transfer/withdraw", Limit.APPLICATION_UPDATE, forms::withdraw);
    form(Tab.DANGER, "/delete", Limit.APPLICATION_DELETE, forms::delete);
  }

  private void page(String path, Function<OwnersVisit, Reply> page) {
    add("GET", "/{id}" + path, owners.page(page));
  }

  private void form(
      Tab tab, String path, Limit limit, BiFunction<OwnersVisit, Parameters, Reply> form) {
    add("POST", "/{id}" + path, owners.form(tab, limit, form));
  }

  private void upload(Tab tab, String path, BiFunction<OwnersVisit, Upload, Reply> form) {
    var endpoint = owners.upload(tab, Limit.APPLICATION_UPDATE, form);
    add("POST", "/{id}" + path, endpoint, Body.WITH_PICTURE);
  }

  private void add(String method, String path, Endpoint endpoint) {
    add(method, path, endpoint, Body.USUAL);
  }

  private void add(String method, String path, Endpoint endpoint, int largestBody) {
    var errors = new PageErrors(pages);
    var limited = new Limited(limits, Limit.PAGES, errors, endpoint);
    String pattern = Section.APPLICATIONS.path() + path;
    routes.add(new Route(method, pattern, new Access.Browser(), errors, limited, largestBody));
  }
}
