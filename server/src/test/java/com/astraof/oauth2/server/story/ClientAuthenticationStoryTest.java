package com.astraof.oauth2.server.story;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How clients prove who they are, and how those who cannot are refused. */
final class ClientAuthenticationStoryTest {
  private final TestServer server = TestServer.start();
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer refresh(Map<String, String> fields, Map<String, String> headers) {
    var all = new HashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", "x"));
    all.putAll(fields);
    return server.wire().form(TestApp.TOKEN, all, headers);
  }

  @Test
  @Rfc(value = 6749, section = "5.2")
  @Attack("A-03")
  void unreadable_basic_credentials_are_invalid_client_with_a_challenge() {
    for (String bad :
        new String[] {
          "Basic !!!",
          "Basic " + base64("no colon"),
          "Basic " + base64("%zz:x"),
          "Basic " + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, ':', 'x'}),
          "Basic " + "A".repeat(20_000),
          "Basic",
          "Bearer x"
        }) {
      refresh(Map.of(), Map.of("Authorization", bad))
          .refusedWith("invalid_client")
          .hasHeader("WWW-Authenticate", "Basic realm=\"Astral\"");
    }
  }

  @Test
  @Rfc(value = 6749, section = "2.3.1")
  @Attack("A-03")
  void both_parts_of_basic_are_form_decoded() {
    String encoded = app.secret().replace("a", "%61").replace("-", "%2D").replace("_", "%5F");

    refresh(Map.of(), Map.of("Authorization", TestApp.basic(app.id(), encoded)))
        .refusedWith("invalid_grant");
  }

  @Test
  @Rfc(value = 6749, section = "2.3.1")
  @Attack("A-01")
  void a_secret_is_what_its_encoding_stands_for_and_nothing_else() {
    String id = app.id();
    String secret = app.secret();

    refresh(Map.of(), Map.of("Authorization", TestApp.basic(id, secret)))
        .refusedWith("invalid_grant");
    for (String wrong :
        List.of(
            secret + "+", "+" + secret, secret + "%20", secret + "%00", secret + "%", "%2531")) {
      refresh(Map.of(), Map.of("Authorization", TestApp.basic(id, wrong)))
          .refusedWith("invalid_client");
    }
    String twice = secret.replaceFirst("^.", "%25" + Integer.toHexString(secret.charAt(0)));
    refresh(Map.of(), Map.of("Authorization", TestApp.basic(id, twice)))
        .refusedWith("invalid_client");
    for (String wrong : List.of("+" + id, id + "+", id + "%00", "%30" + id)) {
      refresh(Map.of(), Map.of("Authorization", TestApp.basic(wrong, secret)))
          .refusedWith("invalid_client");
    }
    // In the form nothing is decoded a second time.
    String encoded = secret.replaceFirst("^.", "%" + Integer.toHexString(secret.charAt(0)));
    refresh(Map.of("client_id", id, "client_secret", encoded), Map.of())
        .refusedWith("invalid_client");
  }

  @Test
  @Rfc(value = 6749, section = "2.3")
  @Attack("A-02")
  void two_methods_at_once_are_an_invalid_request() {
    var header = Map.of("Authorization", app.basic());

    refresh(Map.of("client_id", app.id(), "client_secret", app.secret()), header)
        .refusedWith("invalid_request");
    refresh(Map.of("client_id", "1"), header).refusedWith("invalid_request");
    refresh(Map.of("client_id", app.id()), header).refusedWith("invalid_grant");
  }

  @Test
  @Rfc(value = 6749, section = "2.3.1")
  @Attack("R-10")
  void credentials_in_an_address_are_not_taken() {
    var credentials = Map.of("client_id", app.id(), "client_secret", app.secret());
    String address = TestApp.TOKEN + "?" + Wire.encode(credentials);
    var wire = server.wire();

    wire.form(address, Map.of("grant_type", "client_credentials"), Map.of())
        .refusedWith("invalid_request");
    wire.form(TestApp.TOKEN + "?grant_type=client_credentials", credentials, Map.of())
        .refusedWith("invalid_request");
  }

  @Test
  @Rfc(value = 6749, section = "6")
  @Attack("A-01")
  @Attack("A-10")
  void nobody_else_gets_in() {
    var other = server.app();
    for (Map<String, String> fields :
        List.<Map<String, String>>of(
            Map.of(),
            Map.of("client_id", app.id()),
            Map.of("client_id", app.id(), "client_secret", "wrong"),
            Map.of("client_id", app.id(), "client_secret", other.secret()),
            Map.of("client_id", "0" + app.id(), "client_secret", app.secret()),
            Map.of("client_id", "+" + app.id(), "client_secret", app.secret()),
            Map.of("client_id", " " + app.id(), "client_secret", app.secret()),
            Map.of("client_id", "99999999999999999999", "client_secret", app.secret()),
            Map.of("client_id", "' or 1=1 --", "client_secret", app.secret()),
            Map.of("client_secret", app.secret()))) {
      refresh(fields, Map.of()).refusedWith("invalid_client");
    }
  }

  @Test
  @Rfc(value = 6749, section = "5.2")
  void malformed_requests_are_told_in_the_protocols_shape() {
    var own = Map.of("client_id", app.id(), "client_secret", app.secret());
    var wire = server.wire();
    String authenticated = "client_id=" + app.id() + "&client_secret=" + app.secret();

    wire.form(TestApp.TOKEN, own, Map.of()).refusedWith("invalid_request");
    wire.rawForm(TestApp.TOKEN, authenticated + "&grant_type=password", Map.of())
        .refusedWith("unsupported_grant_type");
    wire.rawForm(TestApp.TOKEN, authenticated + "&grant_type=refresh_token", Map.of())
        .refusedWith("invalid_request");
    wire.rawForm(TestApp.TOKEN, authenticated + "&x=%zz", Map.of()).refusedWith("invalid_request");
    wire.rawForm(TestApp.TOKEN, authenticated + "&x=%ff", Map.of()).refusedWith("invalid_request");
    wire.rawForm(TestApp.TOKEN, authenticated + "&x=1&x=2", Map.of())
        .refusedWith("invalid_request");
    wire.json(TestApp.TOKEN, "{}", Map.of()).refusedWith("invalid_request");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
