package com.astraof.oauth2.server;

import com.astraof.oauth2.server.connection.Services;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Body;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import com.astraof.oauth2.server.settings.AccountForms;
import com.astraof.oauth2.server.settings.AccountPages;
import com.astraof.oauth2.server.settings.ActivityPages;
import com.astraof.oauth2.server.settings.AuthorizedAppPages;
import com.astraof.oauth2.server.settings.AvatarForms;
import com.astraof.oauth2.server.settings.ConnectionPages;
import com.astraof.oauth2.server.settings.DataPages;
import com.astraof.oauth2.server.settings.EmailForms;
import com.astraof.oauth2.server.settings.LanguageForm;
import com.astraof.oauth2.server.settings.LinkForms;
import com.astraof.oauth2.server.settings.PasswordForm;
import com.astraof.oauth2.server.settings.PictureUploads;
import com.astraof.oauth2.server.settings.SessionPages;
import com.astraof.oauth2.server.settings.SettingsDoor;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.settings.ThemeForm;
import com.astraof.oauth2.server.settings.security.AuthenticatorForms;
import com.astraof.oauth2.server.settings.security.ConfirmPages;
import com.astraof.oauth2.server.settings.security.PasskeyForms;
import com.astraof.oauth2.server.settings.security.SecurityPages;
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

  static List<Route> of(
      Core core,
      RateLimits limits,
      PictureUploads uploads,
      Services services,
      MailDesk desk,
      Visits visits,
      Pages pages) {
    var settings = new SettingsRoutes(limits, visits, pages);
    settings.shell(new ThemeForm(visits), new LanguageForm(core.accountEditor));
    var questions = new PasskeyQuestions(core.passkeys, core.site);
    var sudo = new SudoGate(core.confirmer, core.sessions, questions, limits);
    var account = new AccountPages(sudo, pages, desk.isOpen());
    settings.account(core, account, sudo, visits);
    settings.email(new EmailForms(account, sudo, desk));
    settings.avatar(new AvatarForms(account, core.accountEditor, uploads));
    settings.security(core, sudo, questions);
    settings.sessions(new SessionPages(core.sessions, pages));
    settings.activity(new ActivityPages(core.audit, core.applications, pages));
    settings.authorizedApps(new AuthorizedAppPages(core.apps, pages));
    settings.connections(core, services);
    settings.data(new DataPages(core.closing, core.personalData(), sudo, pages));
    return settings.routes;
  }

  private void shell(ThemeForm theme, LanguageForm language) {
    page("", Limit.PAGES, door.page(_ -> Reply.seeOther(Section.ACCOUNT.path())));
    form("/theme", Limit.PAGES, door.form(Section.ACCOUNT.path(), theme::choose));
    form("/language", Limit.ME_UPDATE, door.form(Section.ACCOUNT.path(), language::choose));
  }

  private void account(Core core, AccountPages account, SudoGate sudo, Visits visits) {
    var forms = new AccountForms(account, sudo, core.accountEditor);
    var password = new PasswordForm(account, sudo, core.passwordChanger, visits);
    String here = Section.ACCOUNT.path();
    page("/account", Limit.PAGES, door.page(account::show));
    form("/account/profile", Limit.ME_UPDATE, door.form(here, forms::profile));
    form("/account/username", Limit.ME_UPDATE, door.form(here, forms::username));
    form("/account/password", Limit.ME_UPDATE, door.form(here, password::send));
  }

  private void email(EmailForms email) {
    String here = Section.ACCOUNT.path();
    form("/account/email", Limit.ME_UPDATE, door.form(here, email::change));
    form("/account/email/verify", Limit.ME_UPDATE, door.form(here, email::verify));
  }

  private void avatar(AvatarForms avatar) {
    String here = Section.ACCOUNT.path();
    var upload = door.upload(here, avatar::upload);
    add("POST", "/account/avatar", Limit.ME_UPDATE, upload, Body.WITH_PICTURE);
    form("/account/avatar/remove", Limit.ME_UPDATE, door.form(here, avatar::remove));
  }

  private void security(Core core, SudoGate sudo, PasskeyQuestions questions) {
    var security = new SecurityPages(core.twoFactor, core.passkeys, sudo, pages);
    var confirm = new ConfirmPages(sudo, pages);
    var app =
        new AuthenticatorForms(security, confirm, core.twoFactor, core.totpSetups, sudo, pages);
    var passkeys = new PasskeyForms(security, confirm, core.passkeys, questions, sudo, pages);
    String here = Section.SECURITY.path();
    page("/security", Limit.PAGES, door.page(security::show));
    form("/security/confirm", Limit.PAGES, door.form(here, confirm::confirm));
    form("/security/recovery-codes", Limit.ME_UPDATE, door.form(here, security::newCodes));
    page("/security/authenticator", Limit.PAGES, door.page(app::show));
    form("/security/authenticator", Limit.ME_UPDATE, door.form(here, app::enable));
    form("/security/authenticator/remove", Limit.ME_UPDATE, door.form(here, app::remove));
    page("/security/passkeys/new", Limit.PAGES, door.page(passkeys::show));
    form("/security/passkeys", Limit.ME_UPDATE, door.form(here, passkeys::add));
    form("/security/passkeys/rename", Limit.ME_UPDATE, door.form(here, passkeys::rename));
    form("/security/passkeys/remove", Limit.ME_UPDATE, door.form(here, passkeys::remove));
  }

  private void sessions(SessionPages sessions) {
    String here = Section.SESSIONS.path();
    page("/sessions", Limit.SESSIONS_LIST, door.page(sessions::show));
    form("/sessions/end", Limit.SESSIONS_END, door.form(here, sessions::end));
    form("/sessions/end-others", Limit.SESSIONS_END, door.form(here, sessions::endOthers));
  }

  private void activity(ActivityPages activity) {
    page("/activity", Limit.PAGES, door.page(activity::show));
  }

  private void authorizedApps(AuthorizedAppPages apps) {
    String here = Section.AUTHORIZED_APPS.path();
    page("/authorized-apps", Limit.PAGES, door.page(apps::show));
    form("/authorized-apps/remove", Limit.PAGES, door.form(here, apps::remove));
  }

  private void connections(Core core, Services services) {
    var connections = new ConnectionPages(core.connections, services.providers(), pages);
    var link = new LinkForms(core.connections, core.linkAttempts, services);
    String here = Section.CONNECTIONS.path();
    page("/connections", Limit.PAGES, door.page(connections::show));
    form("/connections/link", Limit.ME_UPDATE, door.form(here, link::begin));
    page("/connections/callback/{type}", Limit.ME_UPDATE, door.page(link::finish));
    form("/connections/visibility", Limit.PAGES, door.form(here, connections::setVisibility));
    form("/connections/unlink", Limit.PAGES, door.form(here, connections::unlink));
  }

  private void data(DataPages data) {
    String here = Section.DATA.path();
    page("/data", Limit.PAGES, door.page(data::show));
    form("/data/copy", Limit.DATA_COPY, door.form(here, data::copy));
    form("/data/disable", Limit.ME_UPDATE, door.form(here, data::disable));
    form("/data/delete", Limit.ME_UPDATE, door.form(here, data::delete));
  }

  private void page(String path, Limit limit, Endpoint endpoint) {
    add("GET", path, limit, endpoint, Body.USUAL);
  }

  private void form(String path, Limit limit, Endpoint endpoint) {
    add("POST", path, limit, endpoint, Body.USUAL);
  }

  private void add(String method, String path, Limit limit, Endpoint endpoint, int largestBody) {
    var access = new Access.Browser();
    var errors = new PageErrors(pages);
    var limited = new Limited(limits, limit, errors, endpoint);
    routes.add(new Route(method, "/settings" + path, access, errors, limited, largestBody));
  }
}
