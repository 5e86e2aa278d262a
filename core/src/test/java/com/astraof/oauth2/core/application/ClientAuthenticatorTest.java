package com.astraof.oauth2.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.ClientAuthenticator.Outcome;
import com.astraof.oauth2.core.application.PresentedCredential.Basic;
import com.astraof.oauth2.core.application.PresentedCredential.IdOnly;
import com.astraof.oauth2.core.application.PresentedCredential.Nothing;
import com.astraof.oauth2.core.application.PresentedCredential.Post;
import com.astraof.oauth2.core.application.PresentedCredential.Unreadable;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.KnownApplications;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SampleApplications;
import com.astraof.oauth2.core.testing.TestClock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticatorTest {
  private static final Secret SECRET = new Secret("s3cret");
  private static final Secret OTHER_SECRET = new Secret("0ther");
  private static final Application CONFIDENTIAL = SampleApplications.confidential(10, SECRET);
  private static final Application OTHER = SampleApplications.confidential(20, OTHER_SECRET);
  private static final Application PUBLIC = SampleApplications.open(30);
  private static final Application ROTATING = withSecrets(40, SECRET, OTHER_SECRET);
  private static final Application SECRETLESS = withSecrets(50);

  private final ClientAuthenticator authenticator =
      new ClientAuthenticator(
          ClientDirectory.of(
              new KnownApplications(CONFIDENTIAL, OTHER, PUBLIC, ROTATING, SECRETLESS)),
          new ClientAssertions(
              "https://astral.example",
              Set.of(),
              (address, wanted, now) -> new PublishedKeys.Found.Unreachable("nobody is there"),
              (what, until, now) -> true));

  @Test
  @Rfc(value = 6749, section = "2.3.1")
  void a_confidential_app_is_known_by_its_secret_in_the_header_or_the_body() {
    assertThat(authenticate(new Basic("10", SECRET))).isEqualTo(known(CONFIDENTIAL));
    assertThat(authenticate(new Post("10", SECRET))).isEqualTo(known(CONFIDENTIAL));
  }

  @Test
  @Rfc(value = 6749, section = "2.1")
  void a_public_app_is_known_by_its_id_alone() {
    assertThat(authenticate(new IdOnly("30"))).isEqualTo(known(PUBLIC));
  }

  @Test
  void any_of_several_secrets_will_do() {
    assertThat(authenticate(new Basic("40", SECRET))).isEqualTo(known(ROTATING));
    assertThat(authenticate(new Post("40", OTHER_SECRET))).isEqualTo(known(ROTATING));
  }

  @Test
  @Attack("A-01")
  @Rfc(value = 6749, section = "5.2")
  void an_unknown_client_and_a_wrong_secret_get_the_same_words() {
    var unknown = error(authenticate(new Basic("99", SECRET)));

    assertThat(unknown.code()).isEqualTo(OAuthError.Code.INVALID_CLIENT);
    assertThat(error(authenticate(new Basic("10", new Secret("wrong"))))).isEqualTo(unknown);
    assertThat(error(authenticate(new Basic("10", new Secret(""))))).isEqualTo(unknown);
    assertThat(error(authenticate(new Basic("10", OTHER_SECRET)))).isEqualTo(unknown);
    assertThat(error(authenticate(new Post("10", new Secret("wrong"))))).isEqualTo(unknown);
    assertThat(error(authenticate(new Basic("x", SECRET)))).isEqualTo(unknown);
  }

  @Test
  @Attack("A-01")
  void nothing_but_the_secret_itself_authenticates() {
    Property.forAll(
        1_000,
        gen -> {
          var wrong = new Secret(gen.coin() ? gen.mutated(SECRET.expose()) : gen.garbage());

          assertThat(error(authenticate(new Basic("10", wrong))).code())
              .isEqualTo(OAuthError.Code.INVALID_CLIENT);
        });
  }

  @Test
  @Attack("A-01")
  void an_app_without_any_secret_is_never_authenticated() {
    assertThat(rejects(new Basic("50", new Secret("")))).isTrue();
    assertThat(rejects(new Basic("50", SECRET))).isTrue();
    assertThat(rejects(new IdOnly("50"))).isTrue();
  }

  @Test
  @Attack("A-04")
  @Rfc(value = 6749, section = "3.2.1")
  void a_confidential_app_without_its_secret_is_rejected() {
    assertThat(rejects(new IdOnly("10"))).isTrue();
    assertThat(rejects(new Nothing())).isTrue();
  }

  @Test
  @Attack("A-04")
  void a_public_app_that_sends_a_secret_is_rejected() {
    assertThat(rejects(new Basic("30", SECRET))).isTrue();
    assertThat(rejects(new Post("30", new Secret("")))).isTrue();
  }

  @Test
  @Attack("A-08")
  void an_app_that_does_not_exist_is_rejected() {
    assertThat(rejects(new IdOnly("99"))).isTrue();
    assertThat(rejects(new Post("99", SECRET))).isTrue();
  }

  @ParameterizedTest
  @Attack("A-10")
  @ValueSource(
      strings = {
        "",
        " ",
        "010",
        "+10",
        "-10",
        " 10",
        "10 ",
        "10\n",
        "1e1",
        "0xa",
        "10' or '1'='1",
        "99999999999999999999",
        "\u0661\u0660",
        "null"
      })
  void a_client_id_is_a_plain_number_or_nobodys(String clientId) {
    assertThat(rejects(new Basic(clientId, SECRET))).isTrue();
    assertThat(rejects(new Post(clientId, SECRET))).isTrue();
    assertThat(rejects(new IdOnly(clientId))).isTrue();
  }

  @Test
  @Attack("A-03")
  void unreadable_credentials_and_garbage_are_rejected_and_do_not_throw() {
    assertThat(rejects(new Unreadable())).isTrue();
    Property.forAll(
        1_000,
        gen -> {
          assertThat(rejects(new Basic(gen.garbage(), new Secret(gen.garbage())))).isTrue();
          assertThat(rejects(new IdOnly(gen.garbage()))).isTrue();
        });
  }

  private Outcome authenticate(PresentedCredential credential) {
    return authenticator.authenticate(credential, TestClock.START);
  }

  private boolean rejects(PresentedCredential credential) {
    return error(authenticate(credential)).code() == OAuthError.Code.INVALID_CLIENT;
  }

  private static OAuthError error(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rejected(var error, var _) -> error;
      case Outcome.Disabled(var application) ->
          throw new AssertionError("Disabled is " + application.id());
      case Outcome.Authenticated(var application) ->
          throw new AssertionError("Authenticated as " + application.id());
    };
  }

  private static Outcome known(Application application) {
    return new Outcome.Authenticated(application);
  }

  private static Application withSecrets(long id, Secret... secrets) {
    var sample = SampleApplications.confidential(id, SECRET);
    var kept =
        List.of(secrets).stream()
            .map(secret -> new ClientSecret(SecretHash.of(secret), sample.createdAt(), ""))
            .toList();
    return new Application(
        sample.id(),
        sample.ownership(),
        sample.listing(),
        new Client(ClientType.CONFIDENTIAL, List.of(), kept),
        sample.bot(),
        sample.createdAt(),
        sample.version());
  }
}
