package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.Application.Listing;
import com.astraof.oauth2.core.application.Application.Ownership;
import com.astraof.oauth2.core.application.ClientDocument;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.application.Oversight;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes applications of what clients say of themselves, once it has been checked. */
final class SelfDescribed {
  private SelfDescribed() {}

  /**
   * One that owns itself, and whose bot nobody can add or be.
   *
   * @param document null where it is not described by one
   * @param botToken of a secret that nobody knows
   */
  static Application fresh(
      ApplicationId id,
      ClientMetadata said,
      List<ClientSecret> secrets,
      @Nullable ClientDocument document,
      SecretHash botToken,
      Instant now) {
    return new Application(
        id,
        new Ownership(new UserId(id.value()), null, document, Oversight.NONE),
        listing(id, said, document, null),
        client(said, secrets),
        new BotSettings(false, true, botToken),
        now,
        0);
  }

  /** The same application, as it describes itself now. */
  static Application changed(
      Application before,
      ClientMetadata said,
      List<ClientSecret> secrets,
      @Nullable ClientDocument document) {
    return new Application(
        before.id(),
        new Ownership(before.owner(), null, document, before.oversight()),
        listing(before.id(), said, document, before.listing().icon()),
        client(said, secrets),
        before.bot(),
        before.createdAt(),
        before.version());
  }

  /** RFC 7591 §2: without a name, what identifies it stands for it. */
  private static Listing listing(
      ApplicationId id,
      ClientMetadata said,
      @Nullable ClientDocument document,
      @Nullable String icon) {
    String otherwise = document == null ? id.toString() : document.host();
    String name = said.name() == null ? otherwise : said.name();
    return new Listing(name, null, icon, said.links());
  }

  private static Client client(ClientMetadata said, List<ClientSecret> secrets) {
    return new Client(
        MetadataRules.typeOf(said),
        said.redirectUris().stream().map(RedirectUri::new).toList(),
        secrets,
        keys(said),
        said.demands());
  }

  private static ClientKeys keys(ClientMetadata said) {
    if (!said.method().equals(MetadataRules.BY_KEY)) {
      return ClientKeys.NONE;
    }
    return said.keys() instanceof ClientKeys.Registered registered
        ? registered.inProperJson()
        : said.keys();
  }
}
