package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.authorization.AuthorizationRequest.Pushed;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that apps pushed. A {@code request_uri} is the sealed request itself: nothing is stored
 * until the user decides, and then no more than that it was answered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-2.2">RFC 9126 §2.2</a>
 */
public final class PushedRequests {
  /** Long enough to register and sign in on the way; FAPI 2.0 wants less than 10 minutes. */
  public static final Duration VALID = Duration.ofMinutes(9);

  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
  private static final int LONGEST = 4_096;
  private static final byte[] NOTHING = new byte[0];

  private final Sealer sealer;

  public PushedRequests(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "pushed-request", entropy);
  }

  Pushed seal(AuthorizationRequest request, Instant now) {
    Instant expiresAt = now.plus(VALID);
    byte[] plain = write(request.parameters(), expiresAt);
    String envelope = Base64Url.encode(sealer.seal(NOTHING, NOTHING, plain));
    return new Pushed(PREFIX + envelope, expiresAt);
  }

  /** Empty for whatever was not sealed here, and for what has expired. */
  Optional<Opened> open(String requestUri, Instant now) {
    if (!requestUri.startsWith(PREFIX) || requestUri.length() > LONGEST) {
      return Optional.empty();
    }
    return Base64Url.decode(requestUri.substring(PREFIX.length()))
        .flatMap(envelope -> sealer.open(envelope, 0, NOTHING))
        .map(opened -> read(requestUri, opened.plain()))
        .filter(opened -> now.isBefore(opened.pushed().expiresAt()));
  }

  private static byte[] write(Map<String, String> parameters, Instant expiresAt) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(expiresAt.toEpochMilli());
      for (var parameter : parameters.entrySet()) {
        out.writeUTF(parameter.getKey());
        out.writeUTF(parameter.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static Opened read(String requestUri, byte[] plain) {
    var parameters = new LinkedHashMap<String, String>();
    try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
      Instant expiresAt = Instant.ofEpochMilli(in.readLong());
      while (in.available() > 0) {
        parameters.put(in.readUTF(), in.readUTF());
      }
      return new Opened(Parameters.of(parameters), new Pushed(requestUri, expiresAt));
    } catch (IOException e) {
      throw new IllegalStateException("What was sealed here can be read here", e);
    }
  }

  /**
   * @param parameters of the request as it was pushed
   */
  record Opened(Parameters parameters, Pushed pushed) {}
}
