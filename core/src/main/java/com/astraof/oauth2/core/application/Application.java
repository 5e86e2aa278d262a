package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;

/**
 * A registered application (RFC: client). Its id is its {@code client_id} and its bot user's id.
 *
 * @param name as its owner wrote it; text, never markup
 */
public record Application(
    ApplicationId id,
    UserId owner,
    String name,
    Client client,
    BotSettings bot,
    Instant createdAt) {

  public boolean isConfidential() {
    return client.type() == ClientType.CONFIDENTIAL;
  }

  /**
   * How it takes part in the protocol.
   *
   * @param redirectUris in the owner's order
   * @param secrets of which any one authenticates; none for a public client
   */
  public record Client(ClientType type, List<RedirectUri> redirectUris, List<SecretHash> secrets) {
    public Client {
      redirectUris = List.copyOf(redirectUris);
      secrets = List.copyOf(secrets);
    }
  }

  /**
   * @param isPublic whether others than the owner may add the bot to their guilds
   * @param requiresCodeGrant whether the bot may only be added in the full code flow
   */
  public record BotSettings(boolean isPublic, boolean requiresCodeGrant) {}

  /** Whether it can keep a secret (RFC 6749 §2.1). */
  public enum ClientType {
    CONFIDENTIAL,
    PUBLIC
  }
}
