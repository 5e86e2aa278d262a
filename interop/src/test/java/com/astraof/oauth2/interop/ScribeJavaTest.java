package com.astraof.oauth2.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;
import com.github.scribejava.core.oauth2.clientauthentication.HttpBasicAuthenticationScheme;
import com.github.scribejava.core.oauth2.clientauthentication.RequestBodyAuthenticationScheme;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Apps with ScribeJava, which wants to be told where everything is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScribeJavaTest {
  private final TestServer server = TestServer.onLocalhostInRealTime();
  private final Ada ada = new Ada(server);
  private final TestApp app = server.app();
  private final TestApp pocket = server.publicApp("http://127.0.0.1/callback");

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void people_sign_in_at_an_app_with_a_secret() throws Exception {
    try (var service = service(app, HttpBasicAuthenticationScheme.instance())) {
      staysSignedInUntilRevoked(service);
    }
    try (var service = service(app, RequestBodyAuthenticationScheme.instance())) {
      staysSignedInUntilRevoked(service);
    }
  }

  @Test
  void people_sign_in_at_an_app_without_a_secret() throws Exception {
    try (var service = service(pocket, RequestBodyAuthenticationScheme.instance())) {
      signIn(service);
    }
  }

  @Test
  void a_device_gets_in() throws Exception {
    try (var service = service(pocket, RequestBodyAuthenticationScheme.instance())) {
      var device = service.getDeviceAuthorizationCodes("identify");

      ada.enters(device.getUserCode());

      var token = service.pollAccessTokenDeviceAuthorizationGrant(device);
      ada.isNamedBy(token.getAccessToken());
    }
  }

  @Test
  void an_app_acts_as_itself() throws Exception {
    var builder = new ServiceBuilder(app.id()).apiSecret(app.secret());
    try (var service = builder.build(astral(HttpBasicAuthenticationScheme.instance()))) {
      var token = service.getAccessTokenClientCredentialsGrant();

      assertThat(token.getTokenType()).isEqualTo("Bearer");
    }
  }

  private void staysSignedInUntilRevoked(OAuth20Service service) throws Exception {
    var fresh = service.refreshAccessToken(signIn(service).getRefreshToken());
    ada.isNamedBy(fresh.getAccessToken());

    service.revokeToken(fresh.getAccessToken());

    ada.isNotNamedBy(fresh.getAccessToken());
  }

  private OAuth2AccessToken signIn(OAuth20Service service) throws Exception {
    var asked = service.createAuthorizationUrlBuilder().state("as asked").initPKCE();
    URI answer = ada.approves(URI.create(asked.build()));
    var came = service.extractAuthorization(answer.toString());
    assertThat(came.getState()).isEqualTo("as asked");

    var exchange =
        AccessTokenRequestParams.create(came.getCode())
            .pkceCodeVerifier(asked.getPkce().getCodeVerifier());
    OAuth2AccessToken token = service.getAccessToken(exchange);

    var request = new OAuthRequest(Verb.GET, server.issuer() + "/api/v1/users/@me");
    service.signRequest(token, request);
    assertThat(service.execute(request).getBody()).contains("\"username\":\"ada\"");
    return token;
  }

  private OAuth20Service service(TestApp of, ClientAuthentication authentication) {
    var builder = new ServiceBuilder(of.id());
    if (!of.secret().isEmpty()) {
      builder.apiSecret(of.secret());
    }
    return builder
        .callback(of.redirectUri())
        .defaultScope("identify guilds")
        .build(astral(authentication));
  }

  private Astral astral(ClientAuthentication authentication) {
    return new Astral(server.issuer(), authentication);
  }

  /** Where everything is. */
  private static final class Astral extends DefaultApi20 {
    private final String issuer;
    private final ClientAuthentication authentication;

    Astral(String issuer, ClientAuthentication authentication) {
      this.issuer = issuer;
      this.authentication = authentication;
    }

    @Override
    public String getAccessTokenEndpoint() {
      return issuer + "/api/v1/oauth2/token";
    }

    @Override
    protected String getAuthorizationBaseUrl() {
      return issuer + "/oauth2/authorize";
    }

    @Override
    public String getRevokeTokenEndpoint() {
      return issuer + "/api/v1/oauth2/token/revoke";
    }

    @Override
    public String getDeviceAuthorizationEndpoint() {
      return issuer + "/api/v1/oauth2/device_authorization";
    }

    @Override
    public ClientAuthentication getClientAuthentication() {
      return authentication;
    }
  }
}
