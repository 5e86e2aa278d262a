package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every request and response that the public documentation shows, as it shows them. */
final class DocumentedFlowTest {
  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Rfc(value = 6749, section = "5.1")
  void the_documented_exchange_answers_the_documented_members() {
    var app = server.app();
    var code = server.user("ada").approves(app, "guilds identify");

    var answer =
        server
            .wire()
            .rawForm(
                "/api/v1/oauth2/token",
                "grant_type=authorization_code&code=%s&redirect_uri=%s&client_id=%s&client_secret=%s"
                    .formatted(code, app.redirectUri(), app.id(), app.secret()),
                Map.of());

    answer.hasStatus(200).hasHeader("Content-Type", "application/json");
    answer.hasHeader("Cache-Control", "no-store").hasHeader("Pragma", "no-cache");
    assertThat(answer.json().propertyNames())
        .containsExactly("access_token", "token_type", "expires_in", "refresh_token", "scope");
    assertThat(answer.text("access_token")).startsWith("eyJ");
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(604_800);
    assertThat(answer.text("scope")).isEqualTo("identify guilds");
  }

  @Test
  void the_documented_refresh_answers_new_tokens_of_the_same_scope() {
    var app = server.app();
    var first = app.exchange(server.user("ada").approves(app, "identify guilds")).granted();

    var answer =
        server
            .wire()
            .rawForm(
                "/api/v1/oauth2/token",
                "grant_type=refresh_token&refresh_token=%s&client_id=%s&client_secret=%s"
                    .formatted(first.refresh(), app.id(), app.secret()),
                Map.of());

    var second = answer.granted();
    assertThat(second.scope()).isEqualTo("identify guilds");
    assertThat(second.access()).isNotEqualTo(first.access());
    assertThat(second.refresh()).isNotEqualTo(first.refresh());
  }

  @Test
  @Rfc(value = 6750, section = "2.1")
  void the_current_user_is_read_with_identify() {
    var app = server.app();
    var ada = server.user("ada");
    var tokens = app.exchange(ada.approves(app, "identify")).granted();

    var me = app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);

    assertThat(me.text("id")).isEqualTo(ada.id());
    assertThat(me.text("sub")).isEqualTo(ada.id());
    assertThat(me.text("username")).isEqualTo("ada");
    assertThat(me.text("discriminator")).matches("[0-9]{4}");
    assertThat(me.json().path("avatar").isNull()).isTrue();
    assertThat(me.json().path("email").isNull()).isTrue();
  }

  @Test
  void the_guilds_are_read_with_guilds() {
    var app = server.app();
    var ada = server.user("ada");
    var id = ada.foundsGuild("Night Sky Watchers");
    var tokens = app.exchange(ada.approves(app, "guilds")).granted();

    var guilds = app.get("/api/v1/users/@me/guilds", tokens.access()).hasStatus(200).json();

    assertThat(guilds.size()).isEqualTo(1);
    assertThat(guilds.path(0).propertyNames())
        .containsExactly("id", "name", "icon", "banner", "owner", "permissions", "features");
    assertThat(guilds.path(0).path("id").asString()).isEqualTo(id);
    assertThat(guilds.path(0).path("owner").asBoolean()).isTrue();
  }

  @Test
  @Rfc(value = 7009, section = "2.1")
  @Rfc(value = 7009, section = "2")
  void the_documented_revocation_ends_every_token_of_the_grant() {
    var app = server.app();
    var tokens = app.exchange(server.user("ada").approves(app, "identify")).granted();

    server
        .wire()
        .rawForm(
            "/api/v1/oauth2/token/revoke",
            "token=%s&client_id=%s&client_secret=%s"
                .formatted(tokens.refresh(), app.id(), app.secret()),
            Map.of())
        .hasStatus(200);

    app.get("/api/v1/users/@me", tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  void access_tokens_expire_after_seven_days_and_refresh_transparently() {
    var app = server.app();
    var tokens = app.exchange(server.user("ada").approves(app, "identify")).granted();

    server.clock().advance(Duration.ofDays(7).minusSeconds(1));
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    server.clock().advance(Duration.ofSeconds(1));

    app.get("/api/v1/users/@me", tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    var fresh = app.refresh(tokens.refresh()).granted();
    app.get("/api/v1/users/@me", fresh.access()).hasStatus(200);
  }

  @Test
  @Rfc(value = 6749, section = "2.3.1")
  void client_credentials_may_come_as_basic() {
    var app = server.app();
    var code = server.user("ada").approves(app, "identify");

    server
        .wire()
        .form(
            TestApp.TOKEN,
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                app.redirectUri()),
            Map.of("Authorization", app.basic()))
        .granted();
  }

  @Test
  @Rfc(value = 9068, section = "2.2")
  void an_access_token_is_a_signed_jwt_that_names_its_grant() throws Exception {
    var app = server.app();
    var ada = server.user("ada");
    var tokens = app.exchange(ada.approves(app, "identify email")).granted();

    var jwt = SignedJWT.parse(tokens.access());
    var keys = JWKSet.parse(server.wire().get("/.well-known/jwks.json").hasStatus(200).body());
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toECKey();

    assertThat(key.isPrivate()).isFalse();
    assertThat(jwt.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
    var claims = jwt.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(TestServer.ISSUER);
    assertThat(claims.getAudience()).isEqualTo(List.of(TestServer.ISSUER + "/api"));
    assertThat(claims.getSubject()).isEqualTo(ada.id());
    assertThat(claims.getStringClaim("client_id")).isEqualTo(app.id());
    assertThat(claims.getStringClaim("scope")).isEqualTo("identify email");
    assertThat(claims.getStringClaim("grant_id")).hasSize(22);
    assertThat(claims.getJWTID()).isNotEmpty();
    var issued = claims.getIssueTime().toInstant();
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(issued.plus(Duration.ofDays(7)));
  }

  @Test
  @Rfc(value = 8414, section = "3.2")
  @Rfc(value = 8628, section = "4")
  @Rfc(value = 8414, section = "2")
  @Rfc(value = 8414, section = "3")
  @Rfc(value = 8414, section = "3.3")
  @Rfc(value = 9207, section = "3")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void the_metadata_names_every_endpoint_under_the_configured_issuer() {
    var metadata = server.wire().get("/.well-known/oauth-authorization-server").hasStatus(200);

    assertThat(metadata.text("issuer")).isEqualTo(TestServer.ISSUER);
    assertThat(metadata.text("authorization_endpoint"))
        .isEqualTo(TestServer.ISSUER + "/oauth2/authorize");
    assertThat(metadata.text("token_endpoint"))
        .isEqualTo(TestServer.ISSUER + "/api/v1/oauth2/token");
    assertThat(metadata.text("revocation_endpoint"))
        .isEqualTo(TestServer.ISSUER + "/api/v1/oauth2/token/revoke");
    assertThat(metadata.text("device_authorization_endpoint"))
        .isEqualTo(TestServer.ISSUER + "/api/v1/oauth2/device_authorization");
    assertThat(metadata.json().path("grant_types_supported").toString())
        .contains("urn:ietf:params:oauth:grant-type:device_code");
    assertThat(metadata.text("jwks_uri")).isEqualTo(TestServer.ISSUER + "/.well-known/jwks.json");
    assertThat(metadata.json().path("code_challenge_methods_supported").toString())
        .isEqualTo("[\"S256\"]");
    assertThat(metadata.json().path("authorization_response_iss_parameter_supported").asBoolean())
        .isTrue();
  }
}
