package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered application (RFC: client). Its id is its {@code client_id} and its bot user's id.
 *
 * @param version counts the changes; a change is made to the version that it was decided on
 */
public record Application(
    ApplicationId id,
    Ownership ownership,
    Listing listing,
    Client client,
    BotSettings bot,
    Instant createdAt,
    int version) {

  public String name() {
    return listing.name();
  }

  public UserId owner() {
    return ownership.owner();
  }

  public UserId botUser() {
    return new UserId(id.value());
  }

  /** As the client calls itself: the address of its document, or the id. */
  public String clientId() {
    ClientDocument document = ownership.document();
    return document == null ? id.toString() : document.address();
  }

  /** Whether no developer has registered it here: such an application owns itself. */
  public boolean isSelfRegistered() {
    return owner().equals(botUser());
  }

  public boolean isConfidential() {
    return client.type() == ClientType.CONFIDENTIAL;
  }

  /** Whether it bound itself to this. */
  public boolean demands(Demand demand) {
    return client.demands().hold(demand);
  }

  public Oversight oversight() {
    return ownership.oversight();
  }

  /** Whether the operator keeps it from doing anything. */
  public boolean isDisabledAt(Instant now) {
    return oversight().isDisabledAt(now);
  }

  Application with(Ownership changed) {
    return new Application(id, changed, listing, client, bot, createdAt, version);
  }

  Application with(Listing changed) {
    return new Application(id, ownership, changed, client, bot, createdAt, version);
  }

  Application with(Client changed) {
    return new Application(id, ownership, listing, changed, bot, createdAt, version);
  }

  Application with(BotSettings changed) {
    return new Application(id, ownership, listing, client, changed, createdAt, version);
  }

  /**
   * Who has a say over it.
   *
   * @param owner its developer; its own bot user where it has registered itself
   * @param offeredTo who may take it over; null while nobody may
   * @param document where it describes itself; null where it does not
   * @param oversight what the operator says; no owner changes it
   */
  public record Ownership(
      UserId owner,
      @Nullable UserId offeredTo,
      @Nullable ClientDocument document,
      Oversight oversight) {
    /**
     * Of an application that was registered here, and that the operator has decided nothing about.
     */
    public Ownership(UserId owner, @Nullable UserId offeredTo) {
      this(owner, offeredTo, null, Oversight.NONE);
    }

    Ownership offeredTo(@Nullable UserId user) {
      return new Ownership(owner, user, document, oversight);
    }

    Ownership passedTo(UserId user) {
      return new Ownership(user, null, document, oversight);
    }

    Ownership with(Oversight changed) {
      return new Ownership(owner, offeredTo, document, changed);
    }
  }

  /**
   * What users see of it.
   *
   * @param name as its owner wrote it; text, never markup
   * @param description null when there is none
   * @param icon hash of the picture; null when there is none
   */
  public record Listing(
      String name, @Nullable String description, @Nullable String icon, Links links) {
    /** A name and nothing else. */
    public static Listing named(String name) {
      return new Listing(name, null, null, Links.NONE);
    }
  }

  /** Addresses of its own pages, all https; null for those it does not name. */
  public record Links(
      @Nullable String website, @Nullable String termsOfService, @Nullable String privacyPolicy) {
    public static final Links NONE = new Links(null, null, null);
  }

  /**
   * How it takes part in the protocol.
   *
   * @param redirectUris in the owner's order
   * @param secrets of which any one authenticates, oldest first; none for a public client
   * @param keys that authenticate as well; none for a public client
   * @param demands what it binds itself to
   */
  public record Client(
      ClientType type,
      List<RedirectUri> redirectUris,
      List<ClientSecret> secrets,
      ClientKeys keys,
      Demands demands) {
    public Client {
      redirectUris = List.copyOf(redirectUris);
      secrets = List.copyOf(secrets);
    }

    /** A client without keys and demands. */
    public Client(ClientType type, List<RedirectUri> redirectUris, List<ClientSecret> secrets) {
      this(type, redirectUris, secrets, ClientKeys.NONE, Demands.NONE);
    }

    /** Whether it can authenticate by keys. */
    public boolean hasKeys() {
      return !(keys instanceof ClientKeys.None);
    }

    Client withRedirectUris(List<RedirectUri> uris) {
      return new Client(type, uris, secrets, keys, demands);
    }

    Client withSecrets(List<ClientSecret> changed) {
      return new Client(type, redirectUris, changed, keys, demands);
    }

    Client withKeys(ClientKeys changed) {
      return new Client(type, redirectUris, secrets, changed, demands);
    }

    Client with(Demands changed) {
      return new Client(type, redirectUris, secrets, keys, changed);
    }
  }

  /**
   * What is kept of a client secret.
   *
   * @param ending its last characters, by which its owner knows it from another; empty for none
   */
  public record ClientSecret(SecretHash hash, Instant createdAt, String ending) {}

  /**
   * @param isPublic whether others than the owner may add the bot to their guilds
   * @param requiresCodeGrant whether the bot may only be added in the full code flow
   * @param token what the bot authenticates with
   */
  public record BotSettings(boolean isPublic, boolean requiresCodeGrant, SecretHash token) {}

  /** Whether it can keep a secret (RFC 6749 §2.1). */
  public enum ClientType {
    CONFIDENTIAL,
    PUBLIC
  }
}
