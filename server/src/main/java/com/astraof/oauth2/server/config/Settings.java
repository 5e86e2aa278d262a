package com.astraof.oauth2.server.config;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How this server is set up; every value is valid.
 *
 * @param issuer the public address, without a slash at the end
 * @param masterKey empty when the data folder's file holds it
 */
public record Settings(
    String issuer,
    Listener listener,
    Data data,
    boolean rateLimits,
    Optional<MasterKey> masterKey) {

  /**
   * @param database the file of the embedded database
   */
  public record Data(Path folder, Path database) {}

  public boolean isHttps() {
    return issuer.startsWith("https://");
  }
}
