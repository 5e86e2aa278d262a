package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ClientDirectory;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.application.Demands;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.KnownApplications;
import com.astraof.oauth2.core.testing.SampleApplications;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import com.astraof.oauth2.core.token.AccessTokens.Audience;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An authorization request as an app would make it, to be spoilt one parameter at a time. */
final class Asking {
  static final String ISSUER = "https://astral.example";
  static final String CALLBACK = "https://app.example/cb";
  static final String LOOPBACK = "http://127.0.0.1/cb";
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  static final Application CONFIDENTIAL =
      SampleApplications.confidential(10, new Secret("s3cret"), CALLBACK, LOOPBACK);
  static final Application PUBLIC = SampleApplications.open(30, CALLBACK, LOOPBACK);
  static final Application STRICT =
      SampleApplications.keyed(50, ClientKeys.NONE, Demands.of(Demand.PKCE), CALLBACK);
  static final PushedRequests PUSHED =
      new PushedRequests(
          MasterKeys.of(MasterKey.generate(new SeededEntropy(9))), new SeededEntropy(10));
  static final AuthorizationRequests REQUESTS =
      new AuthorizationRequests(
          ClientDirectory.of(new KnownApplications(CONFIDENTIAL, PUBLIC, STRICT)),
          PUSHED,
          Audience.of(ISSUER));

  private final Map<String, String> parameters;

  private Asking(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** A confidential app's request, without PKCE. */
  static Asking confidential() {
    return new Asking(
        Map.of(
            "response_type", "code",
            "client_id", "10",
            "redirect_uri", CALLBACK,
            "scope", "identify",
            "state", "xyz"));
  }

  /** A public app's request, with PKCE. */
  static Asking open() {
    return confidential()
        .with("client_id", "30")
        .with("code_challenge", CHALLENGE)
        .with("code_challenge_method", "S256");
  }

  /** A request to add a confidential app's bot, with nobody waiting for an answer. */
  static Asking forBot() {
    return new Asking(Map.of("client_id", "10", "scope", "bot", "permissions", "3072"));
  }

  Asking with(String name, String value) {
    var changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Asking(changed);
  }

  Asking without(String name) {
    var changed = new LinkedHashMap<>(parameters);
    changed.remove(name);
    return new Asking(changed);
  }

  String query() {
    return parameters.entrySet().stream()
        .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
        .collect(Collectors.joining("&"));
  }

  AuthorizationRequests.Reading read() {
    return read(query());
  }

  static AuthorizationRequests.Reading read(String query) {
    return REQUESTS.read(Parameters.parse(query), TestClock.START);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The request that was understood. */
  AuthorizationRequest understood() {
    return switch (read()) {
      case AuthorizationRequests.Reading.Understood(var request) -> request;
      case AuthorizationRequests.Reading.SendBack(var response, var _) ->
          throw new AssertionError("Sent back: " + response.parameters());
      case AuthorizationRequests.Reading.Untold(var error) ->
          throw new AssertionError("Untold: " + error);
      case AuthorizationRequests.Reading.Unanswerable(var problem) ->
          throw new AssertionError("Unanswerable: " + problem);
    };
  }

  /** The refusal that goes back to the app. */
  AuthorizationResponse sentBack() {
    return sentBack(query());
  }

  static AuthorizationResponse sentBack(String query) {
    return switch (read(query)) {
      case AuthorizationRequests.Reading.SendBack(var response, var _) -> response;
      case AuthorizationRequests.Reading.Understood(var request) ->
          throw new AssertionError("Understood: " + request);
      case AuthorizationRequests.Reading.Untold(var error) ->
          throw new AssertionError("Untold: " + error);
      case AuthorizationRequests.Reading.Unanswerable(var problem) ->
          throw new AssertionError("Unanswerable: " + problem);
    };
  }
}
