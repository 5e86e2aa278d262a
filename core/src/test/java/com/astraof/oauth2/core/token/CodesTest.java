package com.astraof.oauth2.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.Authenticator;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodesTest {
  private final Entropy entropy = new SeededEntropy(1);
  private final MasterKeys masters = MasterKeys.of(MasterKey.generate(entropy));
  private final Codes codes = new Codes(masters, entropy);

  @Test
  void a_code_says_after_opening_what_was_sealed() {
    Property.forAll(
        500,
        gen -> {
          var code = any(gen);

          assertThat(codes.open(codes.seal(code))).hasValue(code);
        });
  }

  @Test
  @Attack("C-05")
  void a_code_changed_in_any_way_is_not_ours() {
    Property.forAll(
        2_000,
        gen -> {
          String changed = gen.mutated(codes.seal(any(gen)).expose());

          assertThat(codes.open(new Secret(changed))).isEmpty();
        });
  }

  @Test
  @Attack("C-05")
  void every_single_bit_of_a_code_counts() {
    Property.forAll(
        2_000,
        gen -> {
          byte[] envelope = Base64Url.decode(codes.seal(any(gen)).expose()).orElseThrow();
          String changed = Base64Url.encode(gen.withOneBitFlipped(envelope));

          assertThat(codes.open(new Secret(changed))).isEmpty();
        });
  }

  @Test
  @Attack("C-05")
  void any_other_text_is_not_a_code_and_does_not_throw() {
    Property.forAll(
        2_000,
        gen -> {
          String text = gen.coin() ? gen.garbage() : Base64Url.encode(gen.bytesUpTo(800));

          assertThat(codes.open(new Secret(text))).isEmpty();
        });
  }

  @Test
  @Attack("C-05")
  void a_code_of_another_installation_is_not_ours() {
    var elsewhere = new Codes(MasterKeys.of(MasterKey.generate(entropy)), entropy);

    Property.forAll(100, gen -> assertThat(codes.open(elsewhere.seal(any(gen)))).isEmpty());
  }

  @Test
  @Attack("T-03")
  void what_the_same_key_made_for_another_purpose_is_not_a_code() {
    var vouched = new Authenticator(masters, "authorization-code").vouch(new byte[100]);

    assertThat(codes.open(new Secret(Base64Url.encode(vouched)))).isEmpty();
  }

  @Test
  void the_longest_redirect_uri_still_makes_a_code_of_less_than_1024_characters() {
    String longest = "https://app.example/" + "p".repeat(256 - 20);

    var code = codes.seal(code(longest, new CodeChallenge("A".repeat(43))));

    assertThat(code.expose().length()).isLessThan(1_024);
    assertThat(codes.open(code).orElseThrow().binding().redirectUri().value()).isEqualTo(longest);
  }

  @Test
  @Rfc(value = 6749, section = "10.10")
  void the_same_approval_never_makes_the_same_code() {
    var code = code("https://app.example/cb", null);

    assertThat(codes.seal(code)).isNotEqualTo(codes.seal(code));
  }

  @Test
  @Rfc(value = 7636, section = "4.4")
  @Attack("T-16")
  void a_code_does_not_show_whom_it_is_about() {
    byte[] challenge = "a challenge of just thirty-two b".getBytes(StandardCharsets.US_ASCII);
    var code = code("https://app.example/callback", new CodeChallenge(Base64Url.encode(challenge)));

    byte[] envelope = Base64Url.decode(codes.seal(code).expose()).orElseThrow();

    assertThat(new String(envelope, StandardCharsets.ISO_8859_1))
        .doesNotContain("app.example")
        .doesNotContain("challenge")
        .doesNotContain(Base64Url.encode(challenge));
  }

  @Test
  @Attack("C-04")
  @Rfc(value = 6749, section = "4.1.2")
  void a_code_is_valid_until_just_before_its_end_and_not_long_before_its_issue() {
    var code = code("https://app.example/cb", null);
    Instant issued = code.validity().issuedAt();
    Instant end = code.validity().expiresAt();

    assertThat(code.isValidAt(issued)).isTrue();
    assertThat(code.isValidAt(end.minusMillis(1))).isTrue();
    assertThat(code.isValidAt(end)).isFalse();

    Instant behind = issued.minus(Duration.ofMinutes(5));
    assertThat(code.isValidAt(behind)).as("another node's clock").isTrue();
    assertThat(code.isValidAt(behind.minusMillis(1))).as("the clock was moved back").isFalse();
  }

  private static AuthorizationCode code(String redirectUri, @Nullable CodeChallenge challenge) {
    Instant now = TestClock.START;
    return new AuthorizationCode(
        new GrantId(new byte[GrantId.BYTES]),
        new UserId(1),
        new ApplicationId(2),
        Scopes.of(Scope.IDENTIFY),
        new AuthorizationCode.Binding(new RedirectUri(redirectUri), challenge, null),
        new AuthorizationCode.Validity(now, now.plus(Duration.ofSeconds(60)), Workshop.APPROVAL),
        new GuildId(3));
  }

  private static AuthorizationCode any(Gen gen) {
    var challenge = gen.coin() ? new CodeChallenge(Base64Url.encode(gen.bytes(32))) : null;
    return new AuthorizationCode(
        new GrantId(gen.bytes(GrantId.BYTES)),
        new UserId(gen.natural()),
        new ApplicationId(gen.natural()),
        new Scopes(gen.number()),
        new AuthorizationCode.Binding(
            new RedirectUri("https://app.example/" + gen.unicode(200)),
            challenge,
            gen.coin() ? Thumbprint.of(gen.bytes(Thumbprint.BYTES)) : null),
        new AuthorizationCode.Validity(instant(gen), instant(gen), approval(gen)),
        gen.coin() ? new GuildId(gen.natural()) : null);
  }

  private static Approval approval(Gen gen) {
    var methods = gen.coin() ? SignInMethod.BY_PASSWORD : SignInMethod.byPasskey(gen.coin());
    var signIn = gen.coin() ? new Authentication(instant(gen), methods) : null;
    return new Approval(instant(gen), signIn);
  }

  private static Instant instant(Gen gen) {
    return TestClock.START.plusMillis(gen.below(Integer.MAX_VALUE));
  }
}
