package com.astraof.oauth2.server.connection;

import com.astraof.oauth2.core.secret.Secret;
import java.net.URI;
import tools.jackson.core.JsonPointer;

/**
 * A service at which users have accounts, as the operator described it.
 *
 * @param type its key, in addresses and in the API
 * @param name for people
 * @param scope what is asked for; empty for whatever the service gives by itself
 */
public record Provider(
    String type, String name, Client client, Endpoints endpoints, String scope, Profile profile) {
  /** What the service gave the operator at registration. */
  public record Client(String id, Secret secret, ClientAuth auth) {}

  public record Endpoints(URI authorization, URI token, URI profile) {
    /** Where the browser is sent to. */
    public String origin() {
      return authorization.getScheme() + "://" + authorization.getRawAuthority();
    }
  }

  /** Where in the profile's JSON the account's id and name stand (RFC 6901). */
  public record Profile(JsonPointer id, JsonPointer name) {}

  /** How we authenticate to the service (RFC 6749 §2.3.1). */
  public enum ClientAuth {
    FORM,
    BASIC
  }
}
