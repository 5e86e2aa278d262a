package com.astraof.oauth2.core.testing;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.Application.Listing;
import com.astraof.oauth2.core.application.Application.Ownership;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.application.Demands;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.util.List;
import java.util.stream.Stream;

/** Applications as a developer might have registered them. */
public final class SampleApplications {
  private SampleApplications() {}

  /** An app with a server, which keeps its secret. */
  public static Application confidential(long id, Secret secret, String... redirectUris) {
    return application(id, ClientType.CONFIDENTIAL, List.of(kept(secret)), redirectUris);
  }

  /** An app on a device or in a browser, which can keep none. */
  public static Application open(long id, String... redirectUris) {
    return application(id, ClientType.PUBLIC, List.of(), redirectUris);
  }

  /** An app with a server, which authenticates by keys and binds itself. */
  public static Application keyed(
      long id, ClientKeys keys, Demands demands, String... redirectUris) {
    var uris = Stream.of(redirectUris).map(RedirectUri::new).toList();
    return application(id, new Client(ClientType.CONFIDENTIAL, uris, List.of(), keys, demands));
  }

  private static Application application(
      long id, ClientType type, List<ClientSecret> secrets, String... redirectUris) {
    var uris = Stream.of(redirectUris).map(RedirectUri::new).toList();
    return application(id, new Client(type, uris, secrets));
  }

  private static Application application(long id, Client client) {
    return new Application(
        new ApplicationId(id),
        new Ownership(new UserId(1), null),
        Listing.named("Sample " + id),
        client,
        new BotSettings(true, false, SecretHash.of(new Secret("bot " + id))),
        TestClock.START,
        0);
  }

  private static ClientSecret kept(Secret secret) {
    return new ClientSecret(SecretHash.of(secret), TestClock.START, "");
  }
}
