package com.astraof.oauth2.demoapp;

import static java.util.Objects.requireNonNullElse;

import com.astraof.oauth2.demoapp.Astral.Returned.BroughtCode;
import com.astraof.oauth2.demoapp.Astral.Returned.BroughtError;
import com.astraof.oauth2.demoapp.Astral.Returned.NotOurs;
import com.astraof.oauth2.demoapp.Astral.TokenOutcome.Granted;
import com.astraof.oauth2.demoapp.Session.SignInUnderWay;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Astral as an OAuth server: every protocol step, put together and read by the OAuth library. */
final class Astral {
  static final Scope SCOPE = Scope.parse("identify email guilds");

  /** What the user may leave out: a parameter of Astral's own. */
  static final String OPTIONAL_SCOPE = "connections";

  private final ClientAuthentication client;
  private final URI redirectUri;
  private final Wire wire;
  private final Discovery discovery;
  private final InstantSource clock;

  /** What the browser brought back from Astral. */
  sealed interface Returned {
    record BroughtCode(AuthorizationCode code) implements Returned {}

    record BroughtError(Refusal refusal) implements Returned {}

    /** The answer does not belong to this sign-in and must not be used. */
    record NotOurs(String why) implements Returned {}
  }

  /** What the token endpoint said. */
  sealed interface TokenOutcome {
    record Granted(Tokens tokens) implements TokenOutcome {}
  }

  /** An OAuth error: RFC 6749 §4.1.2.1 and §5.2. */
  record Refusal(String error, @Nullable String description) implements TokenOutcome {}

  Astral(DemoApp.Registration registration, URI redirectUri, Wire wire, InstantSource clock) {
    var secret = new Secret(registration.clientSecret());
    this.client = new ClientSecretBasic(new ClientID(registration.clientId()), secret);
    this.discovery = new Discovery(registration.issuer(), wire);
    this.redirectUri = redirectUri;
    this.wire = wire;
    this.clock = clock;
  }

  /** Where to send the browser so that the user can say yes or no. */
  URI signInAddress(SignInUnderWay signIn, Journal journal) {
    return new AuthorizationRequest.Builder(ResponseType.CODE, client.getClientID())
        .endpointURI(discovery.metadata(journal).getAuthorizationEndpointURI())
        .redirectionURI(redirectUri)
        .scope(SCOPE)
        .customParameter("optional_scope", OPTIONAL_SCOPE)
        .state(signIn.state())
        .codeChallenge(signIn.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Reads what came to the redirect URI. Whose answer it is comes first: state, then issuer, then
   * its content.
   */
  Returned read(Map<String, List<String>> query, SignInUnderWay signIn, Journal journal) {
    if (query.values().stream().anyMatch(values -> values.size() != 1)) {
      return new NotOurs("A parameter came twice.");
    }
    AuthorizationResponse response;
    try {
      response = AuthorizationResponse.parse(redirectUri, query);
    } catch (ParseException e) {
      return new NotOurs("It is not an answer to a sign-in.");
    }
    if (!signIn.state().equals(response.getState())) {
      return new NotOurs("Its state is not the one that this app sent.");
    }
    if (!isFromAstral(response.getIssuer(), journal)) {
      return new NotOurs("It does not come from the server that was asked.");
    }
    return content(response);
  }

  /**
   * RFC 9207 §2.4: an issuer that came must fit, and must come if the server says that it sends
   * one.
   */
  private boolean isFromAstral(@Nullable Issuer issuer, Journal journal) {
    var metadata = discovery.metadata(journal);
    return issuer == null
        ? !metadata.supportsAuthorizationResponseIssuerParam()
        : issuer.equals(metadata.getIssuer());
  }

  private static Returned content(AuthorizationResponse response) {
    if (!response.indicatesSuccess()) {
      return new BroughtError(refusal(response.toErrorResponse().getErrorObject()));
    }
    @Nullable AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    return code == null ? new NotOurs("It brings no code.") : new BroughtCode(code);
  }

  TokenOutcome exchange(AuthorizationCode code, SignInUnderWay signIn, Journal journal) {
    var grant = new AuthorizationCodeGrant(code, redirectUri, signIn.verifier());
    return askForTokens(grant, null, "Exchange the code for tokens", journal);
  }

  TokenOutcome refresh(Tokens old, RefreshToken refreshToken, Journal journal) {
    return askForTokens(
        new RefreshTokenGrant(refreshToken),
        old,
        "Exchange the refresh token for new tokens",
        journal);
  }

  private TokenOutcome askForTokens(
      AuthorizationGrant grant, @Nullable Tokens old, String purpose, Journal journal) {
    var endpoint = discovery.metadata(journal).getTokenEndpointURI();
    var answer =
        send(new TokenRequest(endpoint, client, grant, null).toHTTPRequest(), purpose, journal);
    try {
      var response = TokenResponse.parse(answer);
      if (response.indicatesSuccess()) {
        return new Granted(tokens(response, old));
      }
      return oauthError(response.toErrorResponse().getErrorObject(), answer);
    } catch (ParseException e) {
      throw new AstralUnreachable(
          "Its answer (" + answer.getStatusCode() + ") is not one that OAuth knows.", e);
    }
  }

  /**
   * RFC 6749 §5.1 and §6: what the answer leaves out is as it was asked for, or as it was before.
   */
  private Tokens tokens(TokenResponse response, @Nullable Tokens old) {
    var issued = response.toSuccessResponse().getTokens();
    var access = issued.getAccessToken();
    @Nullable RefreshToken refresh = issued.getRefreshToken();
    @Nullable Scope scope = access.getScope();
    return new Tokens(
        access,
        refresh == null && old != null ? old.refresh() : refresh,
        requireNonNullElse(scope, old == null ? SCOPE : old.scope()),
        clock.instant().plus(Duration.ofSeconds(access.getLifetime())));
  }

  /** Ends the whole grant: RFC 7009 §2.1. Empty when Astral did it. */
  Optional<Refusal> revoke(Tokens tokens, Journal journal) {
    @Nullable URI endpoint = discovery.metadata(journal).getRevocationEndpointURI();
    if (endpoint == null) {
      throw new AstralUnreachable("It names no place where an app can give back its access.");
    }
    Token token = tokens.refresh() == null ? tokens.access() : tokens.refresh();
    var request = new TokenRevocationRequest(endpoint, client, token).toHTTPRequest();
    var answer = send(request, "Give the access back", journal);
    return answer.indicatesSuccess()
        ? Optional.empty()
        : Optional.of(oauthError(ErrorObject.parse(answer), answer));
  }

  private HTTPResponse send(HTTPRequest request, String purpose, Journal journal) {
    try {
      return wire.send(request, purpose, journal);
    } catch (IOException e) {
      throw new AstralUnreachable("It did not answer.", e);
    }
  }

  private static Refusal oauthError(ErrorObject error, HTTPResponse answer) {
    if (error.getCode() == null) {
      throw new AstralUnreachable("It answered with status " + answer.getStatusCode() + ".");
    }
    return refusal(error);
  }

  private static Refusal refusal(ErrorObject error) {
    return new Refusal(error.getCode(), error.getDescription());
  }
}
