package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.Demands;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.Credentials;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.RedirectUris;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.SecretItem;
import com.astraof.oauth2.server.view.BindingPanel;
import com.astraof.oauth2.server.view.FreshSecret;
import com.astraof.oauth2.server.view.KeyPanel.Entered;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Tab;
import java.util.List;

/** {@code /settings/applications/{id}/oauth2}, at first and as its forms show it again. */
public final class OAuth2Pages {
  private final SudoGate sudo;
  private final UrlBuilder urls;
  private final Pages pages;

  public OAuth2Pages(SudoGate sudo, UrlBuilder urls, Pages pages) {
    this.sudo = sudo;
    this.urls = urls;
    this.pages = pages;
  }

  public Reply show(OwnersVisit visit) {
    return reply(200, visit, page(visit));
  }

  Reply uriRefused(OwnersVisit visit, String typed, String problem) {
    var page = page(visit);
    var uris = new RedirectUris(page.redirectUris().all(), typed, problem);
    return reply(400, visit, page.with(uris));
  }

  Reply unconfirmed(OwnersVisit visit, SudoGate.Refusal refusal) {
    return refusal.on(reply(refusal.status(), visit, page(visit).with(refusal.sudo())));
  }

  Reply secretRefused(OwnersVisit visit, String problem) {
    var page = page(visit);
    return reply(400, visit, page.with(page.credentials().refused(problem)));
  }

  /** The one page that shows it. */
  Reply fresh(OwnersVisit visit, Secret secret) {
    return reply(200, visit, page(visit).with(new FreshSecret(secret)));
  }

  /** What was entered stays there, so that the password alone is missing. */
  Reply keysUnconfirmed(OwnersVisit visit, SudoGate.Refusal refusal, Entered typed) {
    var page = withKeys(visit, typed, Problems.NONE);
    return refusal.on(reply(refusal.status(), visit, page.with(refusal.sudo())));
  }

  Reply keysRefused(OwnersVisit visit, Entered typed, Problems problems) {
    return reply(400, visit, withKeys(visit, typed, problems));
  }

  Reply bindingRefused(OwnersVisit visit, Demands chosen, String problem) {
    var page = page(visit);
    var panel = new BindingPanel(chosen, page.binding().withFapi(), problem);
    return reply(400, visit, page.with(panel));
  }

  private ApplicationOAuth2Page withKeys(OwnersVisit visit, Entered typed, Problems problems) {
    var page = page(visit);
    var keys = page.credentials().keys().refused(typed, problems);
    return page.with(page.credentials().with(keys));
  }

  private Reply reply(int status, OwnersVisit visit, ApplicationOAuth2Page page) {
    return pages.page(status, pages.views().applicationOAuth2(page), visit.visit().visit());
  }

  private ApplicationOAuth2Page page(OwnersVisit visit) {
    var application = visit.application();
    var client = application.client();
    return new ApplicationOAuth2Page(
        visit.frame(Tab.OAUTH2),
        sudo.of(visit.visit()),
        new RedirectUris(client.redirectUris().stream().map(RedirectUri::value).toList()),
        credentials(application),
        new BindingPanel(client.demands(), application.isConfidential(), null),
        null,
        urls.of(application, visit.visit().call().query()));
  }

  private static Credentials credentials(Application application) {
    var client = application.client();
    List<SecretItem> secrets = client.secrets().stream().map(OAuth2Pages::item).toList();
    return new Credentials(
        application.isConfidential(), secrets, KeyPanels.of(client.keys()), null);
  }

  private static SecretItem item(ClientSecret secret) {
    return new SecretItem(secret.hash().text(), secret.createdAt(), secret.ending());
  }
}
