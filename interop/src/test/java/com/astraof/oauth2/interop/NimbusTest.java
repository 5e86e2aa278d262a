package com.astraof.oauth2.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Apps with the Nimbus OAuth 2.0 SDK, which builds and reads every message of these standards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NimbusTest {
  private static final Scope SCOPE = Scope.parse("identify guilds");

  private final TestServer server = TestServer.onLocalhostInRealTime();
  private final Ada ada = new Ada(server);
  private final TestApp app = server.app();
  private final ClientID id = new ClientID(app.id());
  private final ClientAuthentication basic = new ClientSecretBasic(id, new Secret(app.secret()));
  private final ClientAuthentication post = new ClientSecretPost(id, new Secret(app.secret()));
  private final AuthorizationServerMetadata metadata;

  NimbusTest() throws Exception {
    metadata = AuthorizationServerMetadata.resolve(new Issuer(server.issuer()));
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void a_pushed_request_and_a_key_protect_a_sign_in() throws Exception {
    var key = new RSAKeyGenerator(2048).generate();
    var proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.PS256);
    var redirectUri = URI.create(app.redirectUri());
    var state = new State();
    var verifier = new CodeVerifier();
    var asked =
        new AuthorizationRequest.Builder(ResponseType.CODE, id)
            .redirectionURI(redirectUri)
            .scope(SCOPE)
            .state(state)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();

    var answer = AuthorizationSuccessResponse.parse(ada.approves(address(push(asked))));
    assertThat(answer.getState()).isEqualTo(state);
    assertThat(answer.getIssuer()).isEqualTo(metadata.getIssuer());

    var code = new AuthorizationCodeGrant(answer.getAuthorizationCode(), redirectUri, verifier);
    var tokens = granted(basic, code, proofs);
    assertThat(tokens.getDPoPAccessToken().getScope()).isEqualTo(SCOPE);
    ada.isNotNamedBy(tokens.getAccessToken().getValue());

    var fresh = granted(basic, new RefreshTokenGrant(tokens.getRefreshToken()), proofs);
    var about = introspect(fresh.getAccessToken());
    assertThat(about.isActive()).isTrue();
    assertThat(about.getJWKThumbprintConfirmation().getValue()).isEqualTo(key.computeThumbprint());
    revoke(fresh.getRefreshToken());
    assertThat(introspect(fresh.getAccessToken()).isActive()).isFalse();
  }

  @Test
  void a_device_gets_in() throws Exception {
    var request =
        new DeviceAuthorizationRequest.Builder(basic)
            .scope(SCOPE)
            .endpointURI(metadata.getDeviceAuthorizationEndpointURI())
            .build();
    var device =
        DeviceAuthorizationResponse.parse(request.toHTTPRequest().send()).toSuccessResponse();

    ada.enters(device.getUserCode().getValue());

    var tokens = granted(basic, new DeviceCodeGrant(device.getDeviceCode()), null);
    ada.isNamedBy(tokens.getAccessToken().getValue());
  }

  @Test
  void an_app_acts_as_itself() throws Exception {
    var tokens = granted(post, new ClientCredentialsGrant(), null);

    assertThat(introspect(tokens.getAccessToken()).getClientID()).isEqualTo(id);
  }

  @Test
  void an_app_signs_in_place_of_a_secret() throws Exception {
    var owner = server.user("owner");
    var signing = owner.registersApp("Signing Stargazer", "confidential", app.redirectUri());
    var key = SigningKey.generate();
    SigningKey.register(owner, signing, key);

    var proof =
        new PrivateKeyJWT(
            new ClientID(signing.id()),
            URI.create(server.issuer()),
            JWSAlgorithm.ES256,
            key.toPrivateKey(),
            key.getKeyID(),
            null);

    granted(proof, new ClientCredentialsGrant(), null);
  }

  private URI push(AuthorizationRequest asked) throws Exception {
    var endpoint = metadata.getPushedAuthorizationRequestEndpointURI();
    var request = new PushedAuthorizationRequest(endpoint, basic, asked).toHTTPRequest();
    return PushedAuthorizationResponse.parse(request.send()).toSuccessResponse().getRequestURI();
  }

  private URI address(URI pushed) {
    return new AuthorizationRequest.Builder(pushed, id)
        .endpointURI(metadata.getAuthorizationEndpointURI())
        .build()
        .toURI();
  }

  private Tokens granted(
      ClientAuthentication client, AuthorizationGrant grant, @Nullable DPoPProofFactory proofs)
      throws Exception {
    URI endpoint = metadata.getTokenEndpointURI();
    HTTPRequest request = new TokenRequest.Builder(endpoint, client, grant).build().toHTTPRequest();
    if (proofs != null) {
      request.setDPoP(proofs.createDPoPJWT("POST", endpoint));
    }
    var response = TokenResponse.parse(request.send());
    assertThat(response.indicatesSuccess()).as(response.toHTTPResponse().getBody()).isTrue();
    return response.toSuccessResponse().getTokens();
  }

  private TokenIntrospectionSuccessResponse introspect(Token token) throws Exception {
    var endpoint = metadata.getIntrospectionEndpointURI();
    var request = new TokenIntrospectionRequest(endpoint, post, token).toHTTPRequest();
    return TokenIntrospectionResponse.parse(request.send()).toSuccessResponse();
  }

  private void revoke(Token token) throws Exception {
    var endpoint = metadata.getRevocationEndpointURI();
    var response = new TokenRevocationRequest(endpoint, post, token).toHTTPRequest().send();
    assertThat(response.indicatesSuccess()).isTrue();
  }
}
