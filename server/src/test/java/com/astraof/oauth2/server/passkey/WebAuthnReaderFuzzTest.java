package com.astraof.oauth2.server.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.factor.Passkey;
import com.astraof.oauth2.core.factor.PasskeyReader;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.testing.SoftAuthenticator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What authenticators, or whoever poses as one, answer. */
final class WebAuthnReaderFuzzTest extends FuzzTest {
  private static final String CHALLENGE = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ORIGIN = "https://astral.example";

  private final SoftAuthenticator key = new SoftAuthenticator(ORIGIN);
  private final byte[] created = created();
  private final byte[] answered = JSON.writeValueAsBytes(key.answers(CHALLENGE, "astral.example"));
  private final PasskeyReader reader = new WebAuthnReader(Site.of(ORIGIN));
  private final Passkey passkey = passkey();

  private byte[] created() {
    var options = Json.object().put("challenge", CHALLENGE);
    options.putObject("rp").put("id", "astral.example");
    options.putObject("user").put("id", "aGFuZGxl");
    return JSON.writeValueAsBytes(key.creates(options));
  }

  private Passkey passkey() {
    var registered = reader.register(new String(created, UTF_8), CHALLENGE).orElseThrow();
    return new Passkey(
        registered.id(), new UserId(1), "Key", registered.key(), Instant.EPOCH, null);
  }

  @Override
  protected List<byte[]> seeds() {
    return List.of(
        created,
        answered,
        "{}".getBytes(UTF_8),
        JSON.writeValueAsBytes(Map.of("id", "AA", "rawId", "AA", "response", Map.of())));
  }

  @Override
  protected void read(byte[] input) {
    String answer = new String(input, UTF_8);
    reader.claimOf(answer).ifPresent(claim -> assertThat(claim.passkey()).isNotNull());
    reader.challengeOf(answer);
    reader
        .register(answer, CHALLENGE)
        .ifPresent(registered -> assertThat(registered.id()).isNotEmpty());
    reader.check(answer, CHALLENGE, passkey);
  }
}
