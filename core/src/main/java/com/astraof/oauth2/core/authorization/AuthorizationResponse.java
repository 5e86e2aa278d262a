package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.authorization.AuthorizationRequest.Recipient;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the browser carries back to the app. Always names the issuer (RFC 9207), and the state
 * exactly as it came.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749 §4.1.2</a>
 */
public record AuthorizationResponse(Recipient recipient, Map<String, String> parameters) {
  public AuthorizationResponse {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * @param bot where the bot is now and what it may do there; null when none was added
   */
  static AuthorizationResponse granted(
      Recipient recipient,
      Secret code,
      @Nullable BotPlace bot,
      @Nullable String state,
      String issuer) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("code", code.expose());
    if (bot != null) {
      parameters.put("guild_id", bot.guild().toString());
      parameters.put("permissions", bot.permissions().toString());
    }
    return new AuthorizationResponse(recipient, completed(parameters, state, issuer));
  }

  static AuthorizationResponse refused(
      Recipient recipient, OAuthError error, @Nullable String state, String issuer) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("error", error.code().wire());
    parameters.put("error_description", error.description());
    return new AuthorizationResponse(recipient, completed(parameters, state, issuer));
  }

  /** Where a bot was added, and with which permissions. */
  record BotPlace(GuildId guild, Permissions permissions) {}

  private static Map<String, String> completed(
      Map<String, String> parameters, @Nullable String state, String issuer) {
    if (state != null) {
      parameters.put("state", state);
    }
    parameters.put("iss", issuer);
    return parameters;
  }

  /** Where it goes. */
  public RedirectUri redirectUri() {
    return recipient.uri();
  }

  /** How it gets there. */
  public ResponseMode mode() {
    return recipient.mode();
  }

  /** The whole address, for an answer in a query. Holds a code, so it must not be logged. */
  public String location() {
    return recipient.uri().with(parameters);
  }

  public boolean isRefusal() {
    return parameters.containsKey("error");
  }
}
