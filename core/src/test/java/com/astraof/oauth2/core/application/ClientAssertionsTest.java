package com.astraof.oauth2.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.ClientAuthenticator.Outcome;
import com.astraof.oauth2.core.application.PresentedCredential.Assertion;
import com.astraof.oauth2.core.application.PublishedKeys.Found;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ClientKeyPair;
import com.astraof.oauth2.core.testing.KnownApplications;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SampleApplications;
import com.astraof.oauth2.core.testing.TestClock;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client assertion has to be. */
final class ClientAssertionsTest {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String ISSUER = "https://astral.example";
  private static final String ENDPOINT = ISSUER + "/api/v1/oauth2/token";
  private static final Instant NOW = TestClock.START;
  private static final long SECONDS = NOW.getEpochSecond();

  private static final List<ClientKeyPair> PAIRS = ClientKeyPair.ofEveryKind();
  private static final ClientKeyPair EC = PAIRS.getFirst();
  private static final String SET = ClientKeyPair.set(PAIRS.toArray(ClientKeyPair[]::new));
  private static final ClientKeys KEYS = new ClientKeys.Registered(SET);
  private static final Application APP = SampleApplications.keyed(10, KEYS, Demands.NONE);
  private static final Application FAPI =
      SampleApplications.keyed(20, KEYS, Demands.of(Demand.FAPI));
  private static final Application KEYLESS =
      SampleApplications.keyed(30, ClientKeys.NONE, Demands.NONE);
  private static final Application OPEN = SampleApplications.open(40);
  private static final Application SINGLE =
      SampleApplications.keyed(50, new ClientKeys.Registered(ClientKeyPair.set(EC)), Demands.NONE);
  private static final Application PUBLISHING =
      SampleApplications.keyed(
          60, new ClientKeys.Published(URI.create("https://app.example/keys")), Demands.NONE);

  private final Map<String, Instant> spent = new HashMap<>();
  private final List<URI> asked = new ArrayList<>();
  private Found found = new Found.Unreachable("its host has no public address");

  private final ClientAuthenticator authenticator =
      new ClientAuthenticator(
          ClientDirectory.of(new KnownApplications(APP, FAPI, KEYLESS, OPEN, SINGLE, PUBLISHING)),
          new ClientAssertions(
              ISSUER,
              Set.of(ENDPOINT),
              (address, wanted, now) -> {
                asked.add(address);
                return found;
              },
              (what, until, now) -> spent.putIfAbsent(what, until) == null));

  /** The claims of a genuine assertion; other ones replace or add to them, null takes one away. */
  private static Map<String, Object> claims(Object... other) {
    var claims = new HashMap<String, Object>();
    claims.put("iss", "10");
    claims.put("sub", "10");
    claims.put("aud", ISSUER);
    claims.put("exp", SECONDS + 60);
    claims.put("jti", "one");
    for (int i = 0; i < other.length; i += 2) {
      claims.put((String) other[i], other[i + 1]);
    }
    claims.values().removeIf(value -> value.equals("-"));
    return claims;
  }

  private static String json(Object... other) {
    var json = new StringBuilder("{");
    claims(other)
        .forEach(
            (name, value) -> {
              json.append(json.length() > 1 ? "," : "").append('"').append(name).append("\":");
              boolean isRaw =
                  value instanceof Number || value.toString().matches("(?s)[\\[{].*|null|true");
              json.append(isRaw ? value : '"' + value.toString() + '"');
            });
    return json.append('}').toString();
  }

  private Outcome present(String text) {
    return authenticator.authenticate(new Assertion(TYPE, new Secret(text), null), NOW);
  }

  private void accepts(String text, Application application) {
    assertThat(present(text)).as(text).isEqualTo(new Outcome.Authenticated(application));
  }

  private void refuses(String text, String... words) {
    assertThat(present(text))
        .as(text)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.error().code()).isEqualTo(OAuthError.Code.INVALID_CLIENT);
              for (String word : words) {
                assertThat(rejected.error().description()).contains(word);
              }
            });
  }

  @Test
  @Rfc(value = 7523, section = "2.2")
  void every_kind_of_key_that_may_be_registered_authenticates() {
    for (ClientKeyPair pair : PAIRS) {
      accepts(pair.sign(json("jti", pair.published().getKeyID())), APP);
    }
  }

  @Test
  @Rfc(value = 7523, section = "3")
  void the_audience_is_the_issuer_or_the_token_endpoint_alone() {
    accepts(EC.sign(json("jti", "a", "aud", ENDPOINT)), APP);
    accepts(EC.sign(json("jti", "b", "aud", "[\"" + ISSUER + "\"]")), APP);
    accepts(EC.sign(json("jti", "c", "aud", "[\"" + ENDPOINT + "\"]")), APP);
  }

  @ParameterizedTest
  @Attack("A-06")
  @Rfc(value = 7523, section = "3")
  @ValueSource(
      strings = {
        "-",
        "",
        "null",
        "https://other.example",
        "https://astral.example/",
        "https://astral.example.evil.example",
        "HTTPS://ASTRAL.EXAMPLE",
        "[]",
        "[null]",
        "[[\"https://astral.example\"]]",
        "{\"aud\":\"https://astral.example\"}",
        "[\"https://astral.example\",\"https://other.example\"]",
        "[\"https://astral.example\",\"https://astral.example/api/v1/oauth2/token\"]"
      })
  void an_assertion_for_anybody_else_too_is_refused(String audience) {
    refuses(EC.sign(json("aud", audience)));
  }

  @Test
  @Attack("A-06")
  void under_fapi_the_audience_is_the_issuer_as_one_string_and_rs256_is_too_old() {
    Object[] own = {"iss", "20", "sub", "20"};

    refuses(EC.sign(json(with(own, "aud", ENDPOINT))), "one string", ISSUER);
    refuses(EC.sign(json(with(own, "aud", "[\"" + ISSUER + "\"]"))), "one string");
    refuses(PAIRS.get(2).sign(json(own)), "RS256", "PS256");
    accepts(PAIRS.get(1).sign(json(with(own, "jti", "a"))), FAPI);
    accepts(PAIRS.get(3).sign(json(with(own, "jti", "b"))), FAPI);
    accepts(EC.sign(json(own)), FAPI);
  }

  private static Object[] with(Object[] some, Object... more) {
    var all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  @Attack("A-06")
  @Rfc(value = 8725, section = "3.1")
  @Rfc(value = 7523, section = "3")
  void an_algorithm_without_a_private_key_or_of_another_key_is_refused() {
    String claims = json();
    String unsigned = EC.sign("{\"alg\":\"none\"}", claims);

    refuses(unsigned, "signed");
    refuses(unsigned.substring(0, unsigned.lastIndexOf('.') + 1));
    for (String other :
        List.of("HS256", "HS512", "ES384", "ES256K", "RS512", "PS384", "es256", "Ed448", "")) {
      refuses(EC.sign("{\"alg\":\"" + other + "\",\"kid\":\"a\"}", claims));
    }
    for (String foreign : List.of("PS256", "RS256", "EdDSA", "Ed25519")) {
      refuses(EC.sign("{\"alg\":\"" + foreign + "\",\"kid\":\"a\"}", claims), "No key");
    }
  }

  @Test
  @Attack("A-06")
  @Rfc(value = 7523, section = "3")
  void issuer_and_subject_are_the_client_and_so_is_the_client_id() {
    refuses(EC.sign(json("iss", "20")), "iss and sub");
    refuses(EC.sign(json("iss", "-")), "iss and sub");
    refuses(EC.sign(json("iss", "20", "sub", "10")), "iss and sub");
    refuses(EC.sign(json("sub", "-")), "sub");
    refuses(EC.sign(json("iss", "99", "sub", "99")), "no application");
    refuses(EC.sign(json("iss", "010", "sub", "010")), "no application");

    var other = new Assertion(TYPE, new Secret(EC.sign(json())), "20");
    var same = new Assertion(TYPE, new Secret(EC.sign(json())), "10");
    assertThat(authenticator.authenticate(other, NOW)).isInstanceOf(Outcome.Rejected.class);
    assertThat(authenticator.authenticate(same, NOW)).isEqualTo(new Outcome.Authenticated(APP));
  }

  @Test
  @Attack("A-06")
  @Rfc(value = 7523, section = "3")
  void an_assertion_is_of_now_and_not_for_long() {
    refuses(EC.sign(json("exp", "-")), "expired");
    refuses(EC.sign(json("exp", SECONDS)), "expired");
    refuses(EC.sign(json("exp", -1)), "expired");
    refuses(EC.sign(json("exp", "soon")));
    refuses(EC.sign(json("exp", SECONDS + 3_601)), "hour");
    for (Number strange : List.of(Long.MAX_VALUE, Long.MIN_VALUE, 1e300, Double.MAX_VALUE)) {
      refuses(EC.sign(json("exp", strange)));
    }
    refuses(EC.sign(json("nbf", SECONDS + 60)), "future");
    refuses(EC.sign(json("iat", SECONDS + 60)), "future");

    var ahead = json("exp", SECONDS + 3_600, "iat", SECONDS + 10, "nbf", SECONDS + 10);
    accepts(EC.sign(ahead), APP);
  }

  @Test
  @Attack("A-06")
  @Rfc(value = 7523, section = "3")
  void an_assertion_works_once_even_when_it_is_signed_anew() {
    accepts(EC.sign(json()), APP);

    refuses(EC.sign(json()), "jti", "once");
    refuses(EC.sign(json("aud", ENDPOINT)), "once");
    accepts(EC.sign(json("iss", "20", "sub", "20")), FAPI);
    assertThat(spent.values()).allMatch(until -> until.isAfter(NOW.plusSeconds(60)));
  }

  @Test
  @Attack("A-06")
  void nobody_but_the_client_uses_its_assertions_up() {
    var stranger = ClientKeyPair.es256("a");

    refuses(stranger.sign(json()), "signature");
    refuses(EC.sign(json("aud", "https://other.example")));
    assertThat(spent).isEmpty();
    accepts(EC.sign(json()), APP);
  }

  @Test
  @Attack("A-06")
  void an_assertion_has_an_id_of_a_length_that_can_be_kept() {
    refuses(EC.sign(json("jti", "-")), "jti");
    refuses(EC.sign(json("jti", "")), "jti");
    refuses(EC.sign(json("jti", "x".repeat(257))), "jti");
    accepts(EC.sign(json("jti", "x".repeat(256))), APP);
    accepts(EC.sign(json("jti", "\\u0000\\ud800")), APP);
  }

  @Test
  @Attack("A-06")
  void a_key_is_chosen_by_its_name_or_because_it_is_the_only_one_that_fits() {
    refuses(EC.sign("{\"alg\":\"ES256\",\"kid\":\"z\"}", json()), "No key");
    refuses(EC.sign("{\"alg\":\"ES256\",\"kid\":\"b\"}", json()), "No key");
    refuses(PAIRS.get(1).sign("{\"alg\":\"PS256\"}", json()), "Several keys");
    accepts(EC.sign("{\"alg\":\"ES256\"}", json()), APP);
    accepts(EC.sign("{\"alg\":\"ES256\"}", json("iss", "50", "sub", "50")), SINGLE);
  }

  @Test
  @Attack("A-06")
  void whoever_has_registered_no_key_is_refused() {
    refuses(EC.sign(json("iss", "30", "sub", "30")), "no keys", "jwks_uri");
    refuses(EC.sign(json("iss", "40", "sub", "40")), "public application");
  }

  @Test
  @Attack("T-02")
  @Rfc(value = 8725, section = "3.10")
  void keys_that_a_header_brings_or_points_to_are_not_looked_at() {
    var stranger = ClientKeyPair.es256("a");
    for (String bait :
        List.of(
            ",\"jwk\":" + stranger.published().toJSONString(),
            ",\"jku\":\"https://evil.example/keys\"",
            ",\"x5u\":\"https://evil.example/chain\"",
            ",\"x5c\":[\"AAAA\"]")) {
      refuses(stranger.sign(stranger.header(bait), json()));
    }
    assertThat(asked).isEmpty();
  }

  @Test
  @Rfc(value = 8725, section = "3.11")
  void a_type_that_is_named_is_that_of_a_client_assertion() {
    accepts(EC.sign(EC.header(",\"typ\":\"JWT\""), json("jti", "a")), APP);
    accepts(EC.sign(EC.header(",\"typ\":\"client-authentication+jwt\""), json("jti", "b")), APP);
    for (String other : List.of("at+jwt", "dpop+jwt", "")) {
      refuses(EC.sign(EC.header(",\"typ\":\"" + other + "\""), json()));
    }
  }

  @Test
  @Rfc(value = 7515, section = "4.1.11")
  void what_must_be_understood_is_not() {
    refuses(EC.sign(EC.header(",\"crit\":[\"exp\"],\"exp\":1"), json()), "crit");
    refuses(EC.sign(EC.header(",\"crit\":[\"b64\"],\"b64\":false"), json()));
  }

  @Test
  @Rfc(value = 7521, section = "4.2")
  void another_type_of_assertion_is_refused() {
    for (String type : List.of("x", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer")) {
      var assertion = new Assertion(type, new Secret(EC.sign(json())), null);
      assertThat(authenticator.authenticate(assertion, NOW)).isInstanceOf(Outcome.Rejected.class);
    }
  }

  @Test
  void published_keys_are_asked_for_only_when_all_else_is_right() {
    found = new Found.Keys(List.of(EC.published()));
    String own = json("iss", "60", "sub", "60");
    refuses(EC.sign(json("iss", "60", "sub", "60", "exp", SECONDS)));
    assertThat(asked).isEmpty();

    accepts(EC.sign(own), PUBLISHING);
    found = new Found.Unreachable("its host has no public address");
    refuses(EC.sign(json("iss", "60", "sub", "60", "jti", "two")), "jwks_uri", "public address");
  }

  @Test
  @Attack("S-03")
  void a_key_that_comes_twice_is_refused() {
    String claims = json();
    String twice = claims.substring(0, claims.length() - 1) + ",\"sub\":\"10\"}";

    refuses(EC.sign(twice));
    refuses(EC.sign(EC.header(",\"alg\":\"ES256\""), claims));
  }

  @Test
  @Attack("T-05")
  void a_giant_or_a_deep_one_is_refused() {
    refuses(EC.sign(json("x", "y".repeat(5_000))), "characters");
    refuses(EC.sign(json("x", "[".repeat(2_000) + "]".repeat(2_000))));
    refuses(".".repeat(4_000));
  }

  @Test
  @Rfc(value = 7523, section = "3")
  @Attack("A-06")
  void a_changed_assertion_is_refused_and_does_not_throw() {
    String genuine = EC.sign(json());
    Property.forAll(2_000, gen -> refusesOrTheSame(gen.mutated(genuine)));
  }

  /**
   * Some spellings of the same bytes are read as what they stand for: it is used up all the same.
   */
  private void refusesOrTheSame(String text) {
    spent.clear();
    if (present(text) instanceof Outcome.Authenticated(var application)) {
      assertThat(application).isEqualTo(APP);
      refuses(text, "once");
    }
  }

  @Test
  @Attack("A-06")
  void nonsense_that_is_well_signed_is_refused_and_does_not_throw() {
    for (String nonsense : List.of("null", "[]", "1", "\"x\"", "{}", "{", "", "true", "NaN")) {
      refuses(EC.sign(nonsense));
      refuses(EC.sign(nonsense, json()));
      refuses(EC.sign(nonsense, nonsense));
    }
    String claims = json();
    Property.forAll(
        2_000,
        gen -> {
          refusesOrTheSame(EC.sign(gen.mutated(claims)));
          refusesOrTheSame(EC.sign(gen.mutated(EC.header("")), claims));
          refuses(gen.garbage());
          refuses(gen.garbage() + "." + gen.garbage() + "." + gen.garbage());
        });
  }

  @Test
  void a_key_is_of_the_algorithm_that_it_declares() {
    var declared =
        new RSAKey.Builder(PAIRS.get(1).published().toRSAKey())
            .algorithm(JWSAlgorithm.RS256)
            .build();
    found = new Found.Keys(List.of(declared));

    refuses(PAIRS.get(1).sign(json("iss", "60", "sub", "60")), "No key");
  }
}
