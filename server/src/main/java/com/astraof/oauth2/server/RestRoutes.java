package com.astraof.oauth2.server;

import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Cookies;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.CodeGuesses;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.limit.SignInLimits;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import com.astraof.oauth2.server.picture.PictureReader;
import com.astraof.oauth2.server.rest.ApplicationChanges;
import com.astraof.oauth2.server.rest.ApplicationInsights;
import com.astraof.oauth2.server.rest.ApplicationKeys;
import com.astraof.oauth2.server.rest.Applications;
import com.astraof.oauth2.server.rest.Authorizations;
import com.astraof.oauth2.server.rest.Confirmations;
import com.astraof.oauth2.server.rest.ConsentByJson;
import com.astraof.oauth2.server.rest.Doorkeeper.Refusals;
import com.astraof.oauth2.server.rest.EditMe;
import com.astraof.oauth2.server.rest.EmailApi;
import com.astraof.oauth2.server.rest.Gateway;
import com.astraof.oauth2.server.rest.Leaving;
import com.astraof.oauth2.server.rest.Login;
import com.astraof.oauth2.server.rest.Logout;
import com.astraof.oauth2.server.rest.Me;
import com.astraof.oauth2.server.rest.MyConnections;
import com.astraof.oauth2.server.rest.Owned;
import com.astraof.oauth2.server.rest.PasskeyApi;
import com.astraof.oauth2.server.rest.PictureFields;
import com.astraof.oauth2.server.rest.PublicApplications;
import com.astraof.oauth2.server.rest.Register;
import com.astraof.oauth2.server.rest.SecondSteps;
import com.astraof.oauth2.server.rest.SecurityActivity;
import com.astraof.oauth2.server.rest.SessionList;
import com.astraof.oauth2.server.rest.TransferOffers;
import com.astraof.oauth2.server.rest.TwoFactorApi;
import com.astraof.oauth2.server.rest.Users;
import java.net.URI;
import java.util.List;

/** The JSON API (contract 4 to 8). */
final class RestRoutes {
  private static final String APPLICATIONS = "/oauth2/applications";
  private static final String OPTIONS = "/authentication-options";
  private static final String APPLICATION = APPLICATIONS + "/{id}";

  private final RestTable table;
  private final Core core;
  private final RateLimits limits;
  private final Confirmations confirmations;
  private final Owned owned;
  private final PictureFields pictures;
  private final PasskeyQuestions questions;

  private RestRoutes(Core core, RateLimits limits, PictureReader reader, Cookies cookies) {
    this.core = core;
    this.limits = limits;
    this.table = new RestTable(core, limits);
    this.confirmations = new Confirmations(core.confirmer, core.sudoTokens, cookies, limits);
    this.owned = new Owned(core.ownApplications, core.users, core.twoFactor);
    this.questions = new PasskeyQuestions(core.passkeys, core.site);
    this.pictures = new PictureFields(reader, core.pictures);
  }

  static List<Route> of(
      Core core,
      RateLimits limits,
      MailDesk desk,
      PictureReader reader,
      Cookies cookies,
      URI gateway) {
    var rest = new RestRoutes(core, limits, reader, cookies);
    rest.auth(desk);
    rest.email(new EmailApi(desk, core.emailAddresses, core.passwordResets));
    rest.secondSteps();
    rest.factors();
    rest.users(gateway);
    new GuildRoutes(rest.table, core).add(rest.pictures, rest.confirmations);
    rest.authorizations();
    rest.applications();
    rest.keys();
    rest.transfers();
    return rest.table.routes();
  }

  private void auth(MailDesk desk) {
    var login = new Login(core.signIns, core.sessions, new SignInLimits(limits, core.knownPlaces));
    var register = new Register(core.accounts, core.sessions, desk);
    table.anyone("POST", "/auth/register", Limit.REGISTER, register);
    table.anyone("POST", "/auth/login", Limit.LOGIN, login);
    table.anyone("POST", "/auth/logout", Limit.LOGOUT, new Logout(core.sessions));
    var sessions = new SessionList(core.sessions, confirmations);
    table.person("GET", "/auth/sessions", Limit.SESSIONS_LIST, sessions::list);
    table.person("POST", "/auth/sessions/logout", Limit.SESSIONS_END, sessions::end);
  }

  private void email(EmailApi email) {
    table.anyone("POST", "/auth/forgot", Limit.FORGOT, email::forgot);
    table.anyone("POST", "/auth/reset", Limit.MAIL_LINKS, email::reset);
    table.anyone("POST", "/auth/verify", Limit.MAIL_LINKS, email::verify);
    table.person("POST", "/auth/verify/resend", Limit.FORGOT, email::resend);
  }

  private void secondSteps() {
    var guesses = new CodeGuesses(limits);
    var steps = new SecondSteps(core.signIns, core.sessions, questions, guesses);
    String mfa = "/auth/login/mfa";
    table.anyone("POST", mfa + "/totp", Limit.LOGIN_MFA, steps::code);
    table.anyone("POST", mfa + "/webauthn", Limit.LOGIN_MFA, steps::passkey);
    table.anyone("POST", mfa + "/webauthn" + OPTIONS, Limit.LOGIN_MFA, steps::options);
    table.anyone("POST", "/auth/webauthn" + OPTIONS, Limit.LOGIN_MFA, steps::optionsAlone);
    table.anyone("POST", "/auth/webauthn/authenticate", Limit.LOGIN_MFA, steps::passkeyAlone);
  }

  private void factors() {
    var apps = new TwoFactorApi(core.twoFactor, confirmations);
    String mine = "/users/@me";
    table.person("GET", mine + "/sudo/mfa-methods", Limit.ME, apps::methods);
    table.person("POST", mine + "/mfa/totp/enable", Limit.ME_UPDATE, apps::enable);
    table.person("POST", mine + "/mfa/totp/disable", Limit.ME_UPDATE, apps::disable);
    table.person("POST", mine + "/mfa/backup-codes", Limit.ME_UPDATE, apps::newCodes);
    var passkeys = new PasskeyApi(core.passkeys, questions, confirmations);
    String all = mine + "/mfa/webauthn/credentials";
    table.person("GET", all, Limit.ME, passkeys::list);
    table.person("POST", all, Limit.ME_UPDATE, passkeys::register);
    table.person("POST", all + "/registration-options", Limit.ME_UPDATE, passkeys::options);
    table.person("PATCH", all + "/{id}", Limit.ME_UPDATE, passkeys::rename);
    table.person("DELETE", all + "/{id}", Limit.ME_UPDATE, passkeys::remove);
    String sudo = mine + "/sudo/webauthn" + OPTIONS;
    table.person("POST", sudo, Limit.ME, passkeys::confirmationOptions);
  }

  private void users(URI address) {
    var me = new Me(core.twoFactor);
    var edit =
        new EditMe(
            core.users, core.accountEditor, core.passwordChanger, pictures, confirmations, me);
    table.actor("GET", "/users/@me", Scopes.of(Scope.IDENTIFY, Scope.EMAIL), Limit.ME, me);
    table.person("PATCH", "/users/@me", Limit.ME_UPDATE, edit);
    var gateway = new Gateway(address);
    table.bot("GET", "/gateway/bot", Limit.GATEWAY, Refusals.OF_GATEWAY, gateway);
    table.person("GET", "/users/@me/security-activity", Limit.ME, new SecurityActivity(core.audit));
    var connections = new MyConnections(core.connections);
    Scopes scope = Scopes.of(Scope.CONNECTIONS);
    table.actor("GET", "/users/@me/connections", scope, Limit.ME, connections);
    var leaving = new Leaving(core.closing, core.personalData(), confirmations);
    table.person("POST", "/users/@me/disable", Limit.ME_UPDATE, leaving::disable);
    table.person("POST", "/users/@me/delete", Limit.ME_UPDATE, leaving::delete);
    table.person("POST", "/users/@me/data", Limit.DATA_COPY, leaving::copy);
    table.actor("GET", "/users/{id}", Scopes.NONE, Limit.USER, new Users(core.users));
  }

  private void authorizations() {
    var me = new Me(core.twoFactor);
    var consent = new ConsentByJson(core.requests, core.authorizer, core.bots, core.home);
    var authorizations = new Authorizations(core.apps, core.applications, me);
    String mine = "/oauth2/@me/authorizations";
    table.person("POST", "/oauth2/authorize/consent", Limit.AUTHORIZE, consent);
    table.person("GET", mine, Limit.APPLICATIONS_READ, authorizations::list);
    table.person("DELETE", mine + "/{id}", Limit.USERINFO, authorizations::remove);
    table.app("GET", "/oauth2/@me", Scopes.NONE, Limit.USERINFO, authorizations::current);
    table.app("GET", "/oauth2/userinfo", Scopes.of(Scope.IDENTIFY), Limit.USERINFO, me::forApp);
  }

  private void applications() {
    var own = new Applications(owned, core.registrar, core.deletion, confirmations);
    var changes =
        new ApplicationChanges(
            owned, core.users, core.applicationEditor, core.accountEditor, pictures, confirmations);
    table.person("POST", APPLICATIONS, Limit.APPLICATION_CREATE, own::create);
    table.person("GET", APPLICATIONS + "/@me", Limit.APPLICATIONS_READ, own::list);
    table.person("GET", "/users/@me/applications", Limit.APPLICATIONS_READ, own::list);
    table.person("GET", APPLICATION, Limit.APPLICATIONS_READ, own::get);
    var insights = new ApplicationInsights(owned, core.insights);
    table.person("GET", APPLICATION + "/insights", Limit.APPLICATIONS_READ, insights);
    table.person("DELETE", APPLICATION, Limit.APPLICATION_DELETE, own::delete);
    table.person("PATCH", APPLICATION, Limit.APPLICATION_UPDATE, changes::edit);
    table.person("PATCH", APPLICATION + "/bot", Limit.APPLICATION_UPDATE, changes::editBot);

    var published = new PublicApplications(core.applications, core.users);
    table.published("GET", APPLICATION + "/public", Limit.APPLICATIONS_READ, published::published);
    table.bot(
        "GET", "/applications/@me", Limit.APPLICATIONS_READ, Refusals.OF_OAUTH, published::ofBot);
  }

  private void keys() {
    var keys = new ApplicationKeys(owned, core.secrets, confirmations);
    String secrets = APPLICATION + "/client-secrets";
    table.person("POST", APPLICATION + "/bot/reset-token", Limit.SECRET_RESET, keys::resetBotToken);
    table.person("POST", APPLICATION + "/client-secret/reset", Limit.SECRET_RESET, keys::reset);
    table.person("GET", secrets, Limit.APPLICATIONS_READ, keys::list);
    table.person("POST", secrets, Limit.SECRET_RESET, keys::add);
    table.person("DELETE", secrets + "/{secret}", Limit.SECRET_RESET, keys::retire);
  }

  private void transfers() {
    var offers =
        new TransferOffers(owned, core.users, core.applications, core.transfers, confirmations);
    String transfer = APPLICATION + "/transfer";
    table.person("GET", APPLICATIONS + "/offers", Limit.APPLICATIONS_READ, offers::offers);
    table.person("POST", transfer, Limit.APPLICATION_UPDATE, offers::offer);
    table.person("DELETE", transfer, Limit.APPLICATION_UPDATE, offers::withdraw);
    table.person("POST", transfer + "/accept", Limit.APPLICATION_UPDATE, offers::accept);
    table.person("POST", transfer + "/decline", Limit.APPLICATION_UPDATE, offers::decline);
  }
}
