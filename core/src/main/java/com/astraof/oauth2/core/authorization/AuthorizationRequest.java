package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be put before a user: the application exists, the redirect URI is its own, the
 * rest is well formed.
 *
 * @param recipient where the app waits; null when a bot is to be added and nobody waits
 * @param wants what the app asks for
 * @param proof what ties the answer to the app's request
 * @param pushed how it is called, where the app pushed it; null where the browser brought it
 * @param interaction how the app would have its user met
 * @param bot where the app asks for its bot, what it asks; null where it does not
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749 §4.1.1</a>
 */
public record AuthorizationRequest(
    Application application,
    @Nullable Recipient recipient,
    Wants wants,
    Proof proof,
    Interaction interaction,
    @Nullable BotWish bot,
    @Nullable Pushed pushed) {

  /**
   * Where the app waits for its answer, and how it wants to get it.
   *
   * @param uri as requested, which for a public native app may have a loopback port of its own
   */
  public record Recipient(RedirectUri uri, ResponseMode mode) {}

  /**
   * A pushed request on its way through the browser.
   *
   * @param requestUri its name, which tells nothing to anyone else (RFC 9126 §2.2)
   */
  public record Pushed(String requestUri, Instant expiresAt) {
    Instant at() {
      return expiresAt.minus(PushedRequests.VALID);
    }
  }

  /**
   * @param scopes all that the app asks for
   * @param optional those of them that the user may leave out (parameter {@code optional_scope})
   */
  public record Wants(Scopes scopes, Scopes optional) {
    Scopes required() {
      return scopes.minus(optional);
    }
  }

  /**
   * @param state returned unchanged; null when none came
   * @param challenge null when none came
   * @param key that the app will prove at the exchange ({@code dpop_jkt}, RFC 9449 §10); null for
   *     none
   */
  public record Proof(
      @Nullable String state, @Nullable CodeChallenge challenge, @Nullable Thumbprint key) {}

  /** OpenID Connect Core §3.1.2.1, but for {@code login}, which {@link SignInWish} has. */
  public enum Prompt {
    /** Ask only for what was not approved before. */
    WHEN_NEEDED,
    /** Ask in any case. */
    CONSENT,
    /** Never show a page. */
    NONE
  }

  /** When pages may be shown. */
  public Prompt prompt() {
    return interaction.prompt();
  }

  /** What they are to speak; empty when the app does not say. */
  public String uiLocales() {
    return interaction.uiLocales();
  }

  /** The same with this to show that someone has signed in for it; null for nothing. */
  public AuthorizationRequest signedIn(@Nullable String shown) {
    return new AuthorizationRequest(
        application, recipient, wants, proof, interaction.with(shown), bot, pushed);
  }

  public Scopes scopes() {
    return wants.scopes();
  }

  /** Where the app waits for its answer; empty where nobody does. */
  public Optional<RedirectUri> answerTo() {
    return Optional.ofNullable(recipient).map(Recipient::uri);
  }

  /** The parameters from which {@link AuthorizationRequests} reads this same request again. */
  public Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", application.clientId());
    if (pushed == null) {
      putOwn(parameters);
    } else {
      parameters.put("request_uri", pushed.requestUri());
    }
    if (interaction.signedIn() != null) {
      parameters.put(Interaction.SIGNED_IN, interaction.signedIn());
    }
    return parameters;
  }

  /** The same as a query. */
  public String query() {
    return parameters().entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private void putOwn(Map<String, String> parameters) {
    parameters.put("scope", scopes().toString());
    if (!uiLocales().isEmpty()) {
      parameters.put("ui_locales", uiLocales());
    }
    if (recipient != null) {
      parameters.put("response_type", "code");
      parameters.put("response_mode", recipient.mode().wire());
      parameters.put("redirect_uri", recipient.uri().value());
      interaction.putInto(parameters);
    }
    if (!wants.optional().isEmpty()) {
      parameters.put("optional_scope", wants.optional().toString());
    }
    if (proof.state() != null) {
      parameters.put("state", proof.state());
    }
    if (proof.challenge() != null) {
      parameters.put("code_challenge", proof.challenge().value());
      parameters.put("code_challenge_method", "S256");
    }
    if (proof.key() != null) {
      parameters.put("dpop_jkt", proof.key().value());
    }
    if (bot != null) {
      bot.putInto(parameters);
    }
  }
}
