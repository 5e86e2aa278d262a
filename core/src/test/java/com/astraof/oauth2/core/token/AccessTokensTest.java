package com.astraof.oauth2.core.token;

import static com.astraof.oauth2.core.token.Workshop.ISSUER;
import static com.astraof.oauth2.core.token.Workshop.LIFETIME;
import static com.astraof.oauth2.core.token.Workshop.NOW;
import static com.astraof.oauth2.core.token.Workshop.decoded;
import static com.astraof.oauth2.core.token.Workshop.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private final Workshop workshop = new Workshop();

  private static Approval approval(Gen gen) {
    var methods = gen.coin() ? SignInMethod.BY_PASSWORD : SignInMethod.byPasskey(gen.coin());
    var signIn = new Authentication(NOW.minusSeconds(gen.below(1_000_000)), methods);
    return new Approval(NOW.minusMillis(gen.below(1_000_000)), gen.coin() ? signIn : null);
  }

  @Test
  @Rfc(value = 9068, section = "2.2")
  void a_token_says_what_was_minted() {
    Property.forAll(
        50,
        gen -> {
          var scopes = Scopes.of(gen.choice(Scope.values()), gen.choice(Scope.values()));
          var grant =
              Grant.opened(
                  new GrantId(gen.bytes(GrantId.BYTES)),
                  new UserId(gen.natural()),
                  new ApplicationId(gen.natural()),
                  scopes,
                  approval(gen),
                  NOW);

          var key = gen.coin() ? Thumbprint.of(gen.bytes(Thumbprint.BYTES)) : null;
          Secret token = workshop.tokens.mint(grant, scopes, key, NOW);

          assertThat(workshop.tokens.verify(token, NOW))
              .hasValue(
                  new AccessToken(
                      grant.id(),
                      grant.user(),
                      grant.application(),
                      scopes,
                      grant.approval(),
                      new AccessToken.Life(NOW, NOW.plus(LIFETIME)),
                      key));
        });
  }

  @Test
  @Rfc(value = 9068, section = "2.1")
  @Rfc(value = 8725, section = "3.11")
  void the_header_names_type_algorithm_and_key_and_nothing_else() throws Exception {
    var header = SignedJWT.parse(workshop.genuine()).getHeader().toJSONObject();

    assertThat(header)
        .containsOnlyKeys("typ", "alg", "kid")
        .containsEntry("typ", "at+jwt")
        .containsEntry("alg", "ES256")
        .containsEntry("kid", workshop.keyId());
  }

  @Test
  @Rfc(value = 9068, section = "2.2")
  @Rfc(value = 9068, section = "2.2.3")
  void the_claims_are_all_that_the_profile_requires() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(workshop.genuine()).getJWTClaimsSet();

    assertThat(claims.getIssuer()).isEqualTo(ISSUER);
    assertThat(claims.getAudience()).isEqualTo(List.of(ISSUER + "/api"));
    assertThat(claims.getSubject()).isEqualTo("17");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("42");
    assertThat(claims.getStringClaim("scope")).isEqualTo("identify guilds");
    assertThat(claims.getIssueTime()).isEqualTo(NOW);
    assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(LIFETIME));
    assertThat(Base64Url.decode(claims.getJWTID()).orElseThrow()).hasSize(16);
  }

  @Test
  @Rfc(value = 7519, section = "4.1.7")
  void two_tokens_of_the_same_grant_differ() throws Exception {
    var one = SignedJWT.parse(workshop.genuine()).getJWTClaimsSet().getJWTID();
    var two = SignedJWT.parse(workshop.genuine()).getJWTClaimsSet().getJWTID();

    assertThat(one).isNotEqualTo(two);
  }

  @Test
  @Attack("T-04")
  @Rfc(value = 7519, section = "4.1.4")
  @Rfc(value = 6750, section = "5.2")
  @Rfc(value = 9068, section = "4")
  void a_token_ends_at_its_expiry_to_the_millisecond() {
    var token = new Secret(workshop.genuine());

    assertThat(workshop.tokens.verify(token, NOW.plus(LIFETIME).minusMillis(1))).isPresent();
    assertThat(workshop.tokens.verify(token, NOW.plus(LIFETIME))).isEmpty();
    assertThat(workshop.tokens.verify(token, NOW.plus(LIFETIME).plus(LIFETIME))).isEmpty();
  }

  @Test
  @Rfc(value = 7515, section = "5.2")
  @Rfc(value = 7518, section = "3.4")
  void the_jdk_alone_can_verify_the_signature() throws Exception {
    String token = workshop.genuine();
    Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");

    es256.initVerify(workshop.keys.published(NOW).getKeys().getFirst().toECKey().toECPublicKey());
    es256.update((part(token, 0) + "." + part(token, 1)).getBytes(StandardCharsets.US_ASCII));

    assertThat(es256.verify(Base64Url.decode(part(token, 2)).orElseThrow())).isTrue();
  }

  @Test
  void every_token_is_short_enough_to_be_read_back() {
    var all = Scopes.of(Scope.values());
    var grant =
        Grant.opened(
            workshop.grant.id(),
            new UserId(Long.MAX_VALUE),
            new ApplicationId(Long.MAX_VALUE),
            all,
            Workshop.APPROVAL,
            NOW);
    String longestIssuer = "https://" + "a".repeat(240) + ".example";
    var tokens = workshop.tokens(longestIssuer);

    assertThat(tokens.verify(tokens.mint(grant, all, null, NOW), NOW)).isPresent();
  }

  @Test
  @Rfc(value = 6749, section = "6")
  void a_token_may_have_fewer_scopes_than_its_grant() {
    var narrowed = Scopes.of(Scope.GUILDS);
    Secret token = workshop.tokens.mint(workshop.grant, narrowed, null, NOW);

    assertThat(workshop.tokens.verify(token, NOW).orElseThrow().scopes()).isEqualTo(narrowed);
  }

  @Test
  @Rfc(value = 9068, section = "6")
  @Attack("S-05")
  void a_token_holds_no_secret_and_no_personal_data() {
    assertThat(decoded(part(workshop.genuine(), 1)))
        .matches(
            "\\{(\"(iss|aud|sub|client_id|scope|grant_id|consent_since|auth_time|acr|amr|exp|iat|jti)\""
                + ":(\"[^\"]*\"|\\d+|\\[\"pwd\",\"otp\",\"mfa\"]),?){13}}");
  }
}
