package com.astraof.oauth2.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.PresentedCredential;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.server.http.Calls;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The Authorization header of clients, as it comes and with anything in its base64. */
final class CredentialsFuzzTest extends FuzzTest {
  private static final Parameters NO_FORM = Parameters.parse("");

  @Override
  protected List<byte[]> seeds() {
    return texts(
        "Basic MTA6czNjcmV0",
        "basic   MTA6czNjcmV0==",
        "Basic",
        "Bearer x",
        "10:s3cret",
        "1%30:%",
        ":",
        "client_id=10&client_secret=x",
        "%c3%28:+");
  }

  @Override
  protected void read(byte[] input) {
    presented(latin(input));
    presented("Basic " + Base64.getEncoder().encodeToString(input));
    try {
      var form = Parameters.parse(latin(input));
      Credentials.presentedIn(Calls.with("accept", "*/*"), form);
      Credentials.presentedIn(Calls.with("authorization", "Basic MTA6czNjcmV0"), form);
    } catch (MalformedRequest e) {
      assertThat(e.problem().message()).isNotEmpty();
    }
  }

  private static void presented(String header) {
    var presented = Credentials.presentedIn(Calls.with("authorization", header), NO_FORM);
    if (presented instanceof PresentedCredential.Basic(var id, var _)) {
      byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(id);
    }
  }
}
