package com.astraof.oauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.astraof.oauth2.core.fetch.Documents.Fetched;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.limit.Rates;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class FetchedDocumentsTest {
  private static final String DOCUMENT =
      """
      {"client_id":"https://app.example/c","client_name":"Stargazer","scope":"identify",
       "redirect_uris":["https://app.example/cb"],"token_endpoint_auth_method":"private_key_jwt",
       "jwks":{"keys":[]},"grant_types":["authorization_code"],"dpop_bound_access_tokens":true}
      """;

  @Test
  @Attack("A-12")
  void whatever_a_host_answers_is_read_or_not_and_never_breaks_anything() {
    var limits = new RateLimits(Rates.OFF, InstantSource.system());
    Property.forAll(
        2_000,
        gen -> {
          String text = gen.below(4) == 0 ? gen.garbage() : gen.mutated(DOCUMENT);
          var source = new FetchedDocuments(address -> new Fetched.Document(text, null), limits);

          assertThatCode(() -> source.read("https://app.example/c")).doesNotThrowAnyException();
        });
  }
}
