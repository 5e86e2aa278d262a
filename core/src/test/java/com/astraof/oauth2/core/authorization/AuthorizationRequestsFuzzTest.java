package com.astraof.oauth2.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.core.testing.TestClock;
import java.util.List;

/** Authorization requests, pushed ones among them: nothing goes to an unregistered address. */
final class AuthorizationRequestsFuzzTest extends FuzzTest {
  private final String pushed =
      Asking.PUSHED.seal(Asking.confidential().understood(), TestClock.START).requestUri();

  @Override
  protected List<byte[]> seeds() {
    return texts(
        Asking.confidential().query(),
        Asking.open().query(),
        Asking.forBot().query(),
        Asking.open().with("redirect_uri", "http://127.0.0.1:9/cb").query(),
        Asking.open().with("optional_scope", "email").with("prompt", "none").query(),
        Asking.confidential().with("response_mode", "form_post").with("guild_id", "-1").query(),
        Asking.open().with("dpop_jkt", Asking.CHALLENGE).with("resource", "x").query(),
        "client_id=10&request_uri=" + Asking.encoded(pushed),
        "client_id=30&request_uri=" + Asking.encoded(pushed),
        "client_id=10&request_uri=urn:ietf:params:oauth:request_uri:AQ&request_uri=");
  }

  @Override
  protected void read(byte[] input) {
    Reading reading;
    try {
      reading = Asking.read(latin(input));
    } catch (MalformedRequest e) {
      return;
    }
    if (reading instanceof Reading.SendBack(var response, var _)) {
      isRegistered(response.redirectUri().value());
      assertThat(response.location()).startsWith(response.redirectUri().value());
    }
    if (reading instanceof Reading.Understood(var request)) {
      request.answerTo().ifPresent(uri -> isRegistered(uri.value()));
      // What was understood is understood the same way again.
      var again = Asking.REQUESTS.read(Parameters.of(request.parameters()), TestClock.START);
      assertThat(again).isInstanceOf(Reading.Understood.class);
    }
  }

  private static void isRegistered(String address) {
    assertThat(address).matches("https://app\\.example/cb|http://127\\.0\\.0\\.1(:[0-9]+)?/cb");
  }
}
