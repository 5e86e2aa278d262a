package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The address that an application sends people to, as its developer puts it together. {@code
 * applications.js} spells it in the same way while choices are being made.
 *
 * @param redirectUri null for none, which only {@code bot} alone can do without
 * @param permissions what a bot asks for; left out unless the scopes have {@code bot}
 */
public record AuthorizationUrl(
    String issuer,
    String clientId,
    Scopes scopes,
    @Nullable String redirectUri,
    Permissions permissions) {
  private static final Scopes BOT_ALONE = Scopes.of(Scope.BOT);

  public boolean lacksScope() {
    return scopes.isEmpty();
  }

  public boolean lacksRedirectUri() {
    return redirectUri == null && !scopes.isEmpty() && !scopes.equals(BOT_ALONE);
  }

  /** The whole address. */
  public String value() {
    return endpoint() + "?" + query();
  }

  /** The address without the parameters. */
  public String endpoint() {
    return issuer + "/oauth2/authorize";
  }

  /** The same page, for those who are on our site. */
  public String path() {
    return "/oauth2/authorize?" + query();
  }

  private String query() {
    var query = new StringJoiner("&");
    query.add("client_id=" + clientId);
    if (redirectUri != null) {
      query.add("redirect_uri=" + encode(redirectUri)).add("response_type=code");
    }
    query.add("scope=" + encode(scopes.toString()));
    if (scopes.contains(Scope.BOT)) {
      query.add("permissions=" + permissions);
    }
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
