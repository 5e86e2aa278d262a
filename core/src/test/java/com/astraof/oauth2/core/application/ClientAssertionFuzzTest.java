package com.astraof.oauth2.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.ClientAuthenticator.Outcome;
import com.astraof.oauth2.core.application.PresentedCredential.Assertion;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.ClientKeyPair;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.core.testing.KnownApplications;
import com.astraof.oauth2.core.testing.SampleApplications;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An application signs whatever it likes with its own key: the claims, then the header. */
final class ClientAssertionFuzzTest extends FuzzTest {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String ISSUER = "https://astral.example";
  private static final Instant NOW = TestClock.START;
  private static final ClientKeyPair KEY = ClientKeyPair.es256("one");
  private static final Application APP =
      SampleApplications.keyed(
          10, new ClientKeys.Registered(ClientKeyPair.set(KEY)), Demands.of(Demand.FAPI));
  private static final String CLAIMS =
      "{\"iss\":\"10\",\"sub\":\"10\",\"aud\":\"%s\",\"exp\":%d,\"jti\":\"a\"}"
          .formatted(ISSUER, NOW.getEpochSecond() + 60);

  private final ClientAuthenticator authenticator =
      new ClientAuthenticator(
          ClientDirectory.of(new KnownApplications(APP)),
          new ClientAssertions(
              ISSUER,
              Set.of(),
              (_, _, _) -> {
                throw new AssertionError("The keys are registered: nothing is to be fetched");
              },
              (_, _, _) -> true));

  @Override
  protected List<byte[]> seeds() {
    String header = KEY.header("");
    return texts(
        CLAIMS + "\n" + header,
        CLAIMS.replace("\"jti\"", "\"iat\":1e300,\"nbf\":-1e300,\"jti\"") + "\n" + header,
        CLAIMS.replace("\"" + ISSUER + "\"", "[[]]") + "\n" + header,
        CLAIMS.replace("\"10\"", "10") + "\n" + header,
        CLAIMS + "\n" + header.replace("{\"alg\"", "{\"crit\":[\"exp\"],\"alg\""),
        CLAIMS + "\n{\"alg\":\"none\"}",
        "null\nnull");
  }

  @Override
  protected void read(byte[] input) {
    String text = utf8(input);
    int line = text.indexOf('\n');
    String claims = line < 0 ? text : text.substring(0, line);
    String header = line < 0 ? KEY.header("") : text.substring(line + 1);
    var presented = new Assertion(TYPE, new Secret(KEY.sign(header, claims)), null);
    Optional.of(authenticator.authenticate(presented, NOW))
        .filter(Outcome.Authenticated.class::isInstance)
        .ifPresent(_ -> assertThat(claims).contains("10", ISSUER));
  }
}
