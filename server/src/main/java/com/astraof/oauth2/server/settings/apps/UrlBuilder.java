package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.view.AuthorizationUrl;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a developer has chosen for an authorization URL. Nobody is told of a wrong choice: the
 * form offers none, so it is passed over.
 */
public final class UrlBuilder {
  private static final String REDIRECT_URI = "redirect_uri";

  private final String issuer;

  public UrlBuilder(String issuer) {
    this.issuer = issuer;
  }

  AuthorizationUrl of(Application application, Parameters query) {
    var asked = query.every("scope").stream().map(Scope::named).flatMap(Optional::stream).toList();
    var chosen = query.optional(REDIRECT_URI);
    List<String> registered =
        application.client().redirectUris().stream().map(RedirectUri::value).toList();
    boolean isUntouched = asked.isEmpty() && query.every(REDIRECT_URI).isEmpty();
    return new AuthorizationUrl(
        issuer,
        application.id().toString(),
        isUntouched ? Scopes.of(Scope.IDENTIFY) : Scopes.of(asked),
        (isUntouched ? registered.stream().findFirst() : chosen.filter(registered::contains))
            .orElse(null),
        permissions(query));
  }

  private static Permissions permissions(Parameters query) {
    long bits =
        query.every("permissions").stream()
            .filter(text -> text.matches("[0-9]{1,18}"))
            .mapToLong(Long::parseLong)
            .reduce(0, (all, one) -> all | one);
    return Permissions.known(bits);
  }
}
