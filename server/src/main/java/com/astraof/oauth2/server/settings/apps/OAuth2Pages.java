package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.Credentials;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.RedirectUris;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page.SecretItem;
import com.astraof.oauth2.server.view.FreshSecret;
import com.astraof.oauth2.server.view.Sudo;
import com.astraof.oauth2.server.view.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return page(200, visit, sudo.of(visit.visit()), uris(visit), credentials(visit, null), null);
  }

  Reply uriRefused(OwnersVisit visit, String typed, String problem) {
    var uris = new RedirectUris(uris(visit).all(), typed, problem);
    return page(400, visit, sudo.of(visit.visit()), uris, credentials(visit, null), null);
  }

  Reply unconfirmed(OwnersVisit visit, SudoGate.Refusal refusal) {
    var credentials = credentials(visit, null);
    return refusal.on(
        page(refusal.status(), visit, refusal.sudo(), uris(visit), credentials, null));
  }

  Reply secretRefused(OwnersVisit visit, String problem) {
    return page(400, visit, Sudo.given(), uris(visit), credentials(visit, problem), null);
  }

  /** The one page that shows it. */
  Reply fresh(OwnersVisit visit, Secret secret) {
    var credentials = credentials(visit, null);
    return page(200, visit, Sudo.given(), uris(visit), credentials, new FreshSecret(secret));
  }

  private Reply page(
      int status,
      OwnersVisit visit,
      Sudo shown,
      RedirectUris uris,
      Credentials credentials,
      @Nullable FreshSecret fresh) {
    var url = urls.of(visit.application(), visit.visit().call().query());
    var page =
        new ApplicationOAuth2Page(visit.frame(Tab.OAUTH2), shown, uris, credentials, fresh, url);
    return pages.page(status, pages.views().applicationOAuth2(page), visit.visit().visit());
  }

  private static RedirectUris uris(OwnersVisit visit) {
    var uris = visit.application().client().redirectUris();
    return new RedirectUris(uris.stream().map(RedirectUri::value).toList());
  }

  private static Credentials credentials(OwnersVisit visit, @Nullable String problem) {
    Application application = visit.application();
    List<SecretItem> secrets =
        application.client().secrets().stream().map(OAuth2Pages::item).toList();
    return new Credentials(application.isConfidential(), secrets, problem);
  }

  private static SecretItem item(ClientSecret secret) {
    return new SecretItem(secret.hash().text(), secret.createdAt(), secret.ending());
  }
}
