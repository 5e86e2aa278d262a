package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.application.PresentedCredential;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Finds the client's credentials in a request: exactly one way at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749 §2.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7521#section-4.2">RFC 7521 §4.2</a>
 */
final class Credentials {
  private static final String ASSERTION = "client_assertion";
  private static final String ASSERTION_TYPE = "client_assertion_type";
  private static final String BASIC = "basic ";
  private static final int LONGEST = 1_024;

  private Credentials() {}

  /**
   * @throws MalformedRequest when two ways are used at once, or they disagree
   */
  static PresentedCredential presentedIn(Call call, Parameters form) {
    Optional<String> header = call.header("authorization");
    Optional<String> clientId = form.optional("client_id");
    Optional<String> secret = form.optional("client_secret");
    if (form.optional(ASSERTION).isPresent() || form.optional(ASSERTION_TYPE).isPresent()) {
      if (header.isPresent() || secret.isPresent()) {
        throw new MalformedRequest("Authenticate in one way only: by the assertion or a secret.");
      }
      return new PresentedCredential.Assertion(
          form.required(ASSERTION_TYPE),
          new Secret(form.required(ASSERTION)),
          clientId.orElse(null));
    }
    if (header.isPresent()) {
      if (secret.isPresent()) {
        throw new MalformedRequest("Send the client_secret in one way only, Basic or the form.");
      }
      return agreeing(basic(header.get()), clientId);
    }
    if (clientId.isEmpty()) {
      return new PresentedCredential.Nothing();
    }
    return secret
        .<PresentedCredential>map(
            text -> new PresentedCredential.Post(clientId.get(), new Secret(text)))
        .orElseGet(() -> new PresentedCredential.IdOnly(clientId.get()));
  }

  private static PresentedCredential agreeing(
      PresentedCredential credential, Optional<String> clientId) {
    if (credential instanceof PresentedCredential.Basic(var id, var _)
        && clientId.filter(other -> !other.equals(id)).isPresent()) {
      throw new MalformedRequest("The client_id in the form is not the one in the header.");
    }
    return credential;
  }

  private static PresentedCredential basic(String header) {
    if (header.length() > LONGEST || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return new PresentedCredential.Unreadable();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = pair.indexOf(':');
      if (colon < 0) {
        return new PresentedCredential.Unreadable();
      }
      // RFC 6749 §2.3.1: both parts are form-encoded before they are joined. Many clients leave it
      // out, and no id or secret of ours has a character that would be read differently then.
      return new PresentedCredential.Basic(
          Parameters.decode(pair.substring(0, colon)),
          new Secret(Parameters.decode(pair.substring(colon + 1))));
    } catch (IllegalArgumentException | CharacterCodingException | MalformedRequest e) {
      return new PresentedCredential.Unreadable();
    }
  }
}
