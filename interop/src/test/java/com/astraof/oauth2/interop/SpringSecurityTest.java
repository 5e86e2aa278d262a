package com.astraof.oauth2.interop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/** Apps with Spring Security, without the web server in front of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpringSecurityTest {
  private final TestServer server = TestServer.onLocalhostInRealTime();
  private final Ada ada = new Ada(server);
  private final TestApp app = server.app();
  private final TestApp pocket = server.publicApp("http://127.0.0.1/callback");

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void people_sign_in_at_an_app_with_a_secret_and_stay_signed_in() {
    var registration = registration(app, ClientAuthenticationMethod.CLIENT_SECRET_BASIC);

    staysSignedIn(registration, signIn(registration));
  }

  @Test
  void people_sign_in_at_an_app_without_a_secret_and_stay_signed_in() {
    var registration = registration(pocket, ClientAuthenticationMethod.NONE);

    staysSignedIn(registration, signIn(registration));
  }

  @Test
  void an_app_acts_as_itself() {
    var itself =
        ClientRegistrations.fromIssuerLocation(server.issuer())
            .registrationId("itself")
            .clientId(app.id())
            .clientSecret(app.secret())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .build();
    var registrations = new InMemoryClientRegistrationRepository(itself);
    var manager =
        new AuthorizedClientServiceOAuth2AuthorizedClientManager(
            registrations, new InMemoryOAuth2AuthorizedClientService(registrations));

    var authorized =
        manager.authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId("itself").principal("app").build());

    assertThat(requireNonNull(authorized).getAccessToken().getTokenType())
        .isEqualTo(OAuth2AccessToken.TokenType.BEARER);
  }

  private ClientRegistration registration(TestApp of, ClientAuthenticationMethod method) {
    return ClientRegistrations.fromIssuerLocation(server.issuer())
        .registrationId("astral")
        .clientId(of.id())
        .clientSecret(of.secret())
        .clientAuthenticationMethod(method)
        .redirectUri(of.redirectUri())
        .scope("identify", "guilds")
        .userInfoUri(server.issuer() + "/api/v1/users/@me")
        .userNameAttributeName("username")
        .build();
  }

  /** What Spring's filters do with the browser's two requests. */
  private OAuth2LoginAuthenticationToken signIn(ClientRegistration registration) {
    var request =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(
                requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
            .clientId(registration.getClientId())
            .redirectUri(registration.getRedirectUri())
            .scopes(registration.getScopes())
            .state("as asked");
    OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
    var asked = request.build();
    var came =
        Parameters.parse(
            ada.approves(URI.create(asked.getAuthorizationRequestUri())).getRawQuery());
    var answer =
        OAuth2AuthorizationResponse.success(came.required("code"))
            .redirectUri(requireNonNull(registration.getRedirectUri()))
            .state(came.required("state"))
            .build();

    var login =
        new OAuth2LoginAuthenticationProvider(
            new RestClientAuthorizationCodeTokenResponseClient(), new DefaultOAuth2UserService());
    var exchange = new OAuth2AuthorizationExchange(asked, answer);
    var signedIn =
        requireNonNull(
            login.authenticate(new OAuth2LoginAuthenticationToken(registration, exchange)));
    assertThat(signedIn.getName()).isEqualTo("ada");
    return (OAuth2LoginAuthenticationToken) signedIn;
  }

  private void staysSignedIn(
      ClientRegistration registration, OAuth2LoginAuthenticationToken signedIn) {
    var afterExpiry = Clock.offset(Clock.systemUTC(), Duration.ofDays(365));
    var refreshing =
        OAuth2AuthorizedClientProviderBuilder.builder()
            .refreshToken(refresh -> refresh.clock(afterExpiry))
            .build();
    var before =
        new OAuth2AuthorizedClient(
            registration,
            signedIn.getName(),
            requireNonNull(signedIn.getAccessToken()),
            signedIn.getRefreshToken());

    var after =
        refreshing.authorize(
            OAuth2AuthorizationContext.withAuthorizedClient(before).principal(signedIn).build());

    ada.isNamedBy(requireNonNull(after).getAccessToken().getTokenValue());
  }
}
