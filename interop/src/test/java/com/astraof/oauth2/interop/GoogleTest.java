package com.astraof.oauth2.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.AuthorizationCodeResponseUrl;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.ClientCredentialsTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.Credential;
import com.google.api.client.http.BasicAuthentication;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Apps with the Google OAuth Client Library, at a server that is not Google's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoogleTest {
  private static final HttpTransport HTTP = new NetHttpTransport();
  private static final JsonFactory JSON = GsonFactory.getDefaultInstance();

  private final TestServer server = TestServer.onLocalhostInRealTime();
  private final Ada ada = new Ada(server);
  private final TestApp app = server.app();
  private final TestApp pocket = server.publicApp("http://127.0.0.1/callback");
  private final GenericUrl token = new GenericUrl(server.issuer() + TestApp.TOKEN);

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void people_sign_in_at_an_app_with_a_secret_and_stay_signed_in() throws IOException {
    staysSignedIn(app, new BasicAuthentication(app.id(), app.secret()));
    staysSignedIn(app, new ClientParametersAuthentication(app.id(), app.secret()));
  }

  @Test
  void people_sign_in_at_an_app_without_a_secret_and_stay_signed_in() throws IOException {
    staysSignedIn(pocket, new ClientParametersAuthentication(pocket.id(), null));
  }

  @Test
  void an_app_acts_as_itself() throws IOException {
    var answer =
        new ClientCredentialsTokenRequest(HTTP, JSON, token)
            .setClientAuthentication(new BasicAuthentication(app.id(), app.secret()))
            .execute();

    assertThat(answer.getTokenType()).isEqualTo("Bearer");
  }

  private void staysSignedIn(TestApp of, HttpExecuteInterceptor authentication) throws IOException {
    Credential credential = signIn(of, authentication);
    String before = credential.getAccessToken();
    ada.isNamedBy(before);

    assertThat(credential.refreshToken()).isTrue();

    assertThat(credential.getAccessToken()).isNotEqualTo(before);
    var me = new GenericUrl(server.issuer() + "/api/v1/users/@me");
    var request = HTTP.createRequestFactory(credential).buildGetRequest(me);
    assertThat(request.execute().parseAsString()).contains("\"username\":\"ada\"");
  }

  private Credential signIn(TestApp of, HttpExecuteInterceptor authentication) throws IOException {
    var flow =
        new AuthorizationCodeFlow.Builder(
                BearerToken.authorizationHeaderAccessMethod(),
                HTTP,
                JSON,
                token,
                authentication,
                of.id(),
                server.issuer() + "/oauth2/authorize")
            .setScopes(List.of("identify", "guilds"))
            .enablePKCE()
            .build();
    var asked =
        flow.newAuthorizationUrl().setRedirectUri(of.redirectUri()).setState("as asked").build();

    var came = new AuthorizationCodeResponseUrl(ada.approves(URI.create(asked)).toString());
    assertThat(came.getState()).isEqualTo("as asked");

    var answer = flow.newTokenRequest(came.getCode()).setRedirectUri(of.redirectUri()).execute();
    return flow.createAndStoreCredential(answer, null);
  }
}
