package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.application.Demands;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself. Nothing of it has been checked.
 *
 * @param method {@code token_endpoint_auth_method}
 * @param name null when it does not say
 * @param keys {@code jwks} or {@code jwks_uri}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591 §2</a>
 */
public record ClientMetadata(
    List<String> redirectUris,
    String method,
    Use use,
    @Nullable String name,
    Links links,
    ClientKeys keys,
    Demands demands,
    Software software) {
  public ClientMetadata {
    redirectUris = List.copyOf(redirectUris);
  }

  /**
   * What it is going to do.
   *
   * @param scope space separated; null when it does not say
   */
  public record Use(List<String> grantTypes, List<String> responseTypes, @Nullable String scope) {
    public Use {
      grantTypes = List.copyOf(grantTypes);
      responseTypes = List.copyOf(responseTypes);
    }
  }

  /**
   * What is kept for the client itself and decides nothing here.
   *
   * @param kind {@code application_type}: web or native; null when it does not say
   * @param id which all installations of the software share
   */
  public record Software(@Nullable String kind, @Nullable String id, @Nullable String version) {}
}
