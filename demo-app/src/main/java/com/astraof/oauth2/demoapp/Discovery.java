package com.astraof.oauth2.demoapp;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server once where its endpoints are, at the first need, and remembers the answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-3">RFC 8414 §3</a>
 */
final class Discovery {
  private final Issuer issuer;
  private final Wire wire;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable AuthorizationServerMetadata known;

  Discovery(URI issuer, Wire wire) {
    this.issuer = new Issuer(issuer);
    this.wire = wire;
  }

  AuthorizationServerMetadata metadata(Journal journal) {
    lock.lock();
    try {
      if (known == null) {
        known = fetch(journal);
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private AuthorizationServerMetadata fetch(Journal journal) {
    try {
      var url = AuthorizationServerMetadata.resolveURL(issuer);
      var answer =
          wire.send(
              new HTTPRequest(HTTPRequest.Method.GET, url),
              "Look up where Astral's endpoints are",
              journal);
      if (answer.getStatusCode() != 200) {
        throw new AstralUnreachable("It answered with status " + answer.getStatusCode() + ".");
      }
      var metadata = AuthorizationServerMetadata.parse(answer.getBody());
      if (!metadata.getIssuer().equals(issuer)) {
        // RFC 8414 §3.3: such an answer must not be used.
        throw new AstralUnreachable(
            "The server calls itself "
                + metadata.getIssuer()
                + ", but this app was registered with "
                + issuer
                + ".");
      }
      return metadata;
    } catch (IOException e) {
      throw new AstralUnreachable("It did not answer.", e);
    } catch (GeneralException e) {
      throw new AstralUnreachable("Its description of itself could not be read.", e);
    }
  }
}
