package com.astraof.oauth2.server.config;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.Network;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How this server is set up; every value is valid.
 *
 * @param issuer the public address, without a slash at the end
 * @param gateway where bots listen, {@code wss} or on localhost {@code ws}
 * @param masterKey empty when the data folder's file holds it
 * @param fetchAllow networks that may be called although they are not public
 */
public record Settings(
    String issuer,
    Listener listener,
    Data data,
    URI gateway,
    boolean rateLimits,
    Optional<MasterKey> masterKey,
    List<Network> fetchAllow) {
  public Settings {
    fetchAllow = List.copyOf(fetchAllow);
  }

  /**
   * @param database the file of the embedded database
   */
  public record Data(Path folder, Path database) {}

  /** Where the gateway of an issuer is, unless it is said to be elsewhere. */
  public static URI gatewayOf(String issuer) {
    return URI.create(issuer.replaceFirst("^http", "ws"));
  }

  public boolean isHttps() {
    return issuer.startsWith("https://");
  }
}
