package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One's own account over the API (contract 5). */
final class AccountApiStoryTest {
  private static final String ME = "/api/v1/users/@me";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, Object> confirmed(Map<String, ?> fields) {
    var body = new LinkedHashMap<String, Object>(fields);
    body.put("password", TestUser.PASSWORD);
    return body;
  }

  @Test
  void a_profile_is_changed_field_by_field() {
    ada.patch(ME, Map.of("global_name", " Ada  Lovelace ", "bio", "Numbers.", "pronouns", "she"))
        .hasStatus(200);

    var me = ada.patch(ME, Map.of("bio", "Numbers and poetry.")).hasStatus(200);

    assertThat(me.text("global_name")).isEqualTo("Ada Lovelace");
    assertThat(me.text("bio")).isEqualTo("Numbers and poetry.");
    assertThat(me.text("pronouns")).isEqualTo("she");
    assertThat(me.body()).isEqualTo(ada.get(ME).body());
    assertThat(ada.patch(ME, Map.of("bio", "")).hasStatus(200).json().path("bio").isNull())
        .isTrue();
  }

  @Test
  void every_field_that_needs_mending_is_named_and_nothing_is_changed() {
    ada.patch(
            ME,
            Map.of(
                "username", "no spaces",
                "discriminator", "12345",
                "global_name", "everyone",
                "bio", "x".repeat(1_025),
                "pronouns", "x".repeat(41),
                "new_password", "short"))
        .invalidOn("username", "discriminator", "global_name", "bio", "pronouns", "new_password");
    ada.patch(ME, Map.of("bio", 7)).invalidOn("bio");
    assertThat(ada.get(ME).text("global_name")).isEqualTo("ADA");
  }

  @Test
  @Attack("U-12")
  void names_that_people_are_found_by_need_the_password() {
    ada.patch(ME, Map.of("username", "countess")).deniedWith(403, "SUDO_MODE_REQUIRED");
    ada.patch(ME, Map.of("discriminator", "7")).deniedWith(403, "SUDO_MODE_REQUIRED");
    ada.patch(ME, Map.of("username", "countess", "password", "not it at all"))
        .invalidOn("password");

    var me = ada.patch(ME, confirmed(Map.of("username", "countess", "discriminator", "7")));

    assertThat(me.hasStatus(200).text("username")).isEqualTo("countess");
    assertThat(me.text("discriminator")).isEqualTo("0007");
    var sameNumber = ada.patch(ME, confirmed(Map.of("username", "Countess"))).hasStatus(200);
    assertThat(sameNumber.text("discriminator")).isEqualTo("0007");
  }

  @Test
  void two_users_never_share_a_name_and_number() {
    ada.patch(ME, confirmed(Map.of("username", "star", "discriminator", "0042"))).hasStatus(200);
    var bob = server.user("bob");

    bob.patch(ME, confirmed(Map.of("username", "STAR", "discriminator", "42")))
        .deniedWith(400, "TAG_ALREADY_TAKEN");

    assertThat(bob.get(ME).text("username")).isEqualTo("bob");
  }

  @Test
  @Rfc(value = 9700, section = "4.14.2")
  @Attack("U-12")
  @Attack("T-12")
  void a_new_password_ends_all_other_sessions_and_apps_only_if_asked() {
    var app = server.app();
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    var elsewhere = ada.signsInElsewhere(TestUser.PASSWORD, "curl/8");
    ada.patch(ME, Map.of("new_password", "another battery staple"))
        .deniedWith(403, "SUDO_MODE_REQUIRED");

    var me = ada.patch(ME, confirmed(Map.of("new_password", "another battery staple")));

    assertThat(me.hasStatus(200).text("password_last_changed_at")).endsWith("Z");
    elsewhere.get(ME).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.get(ME, tokens.access()).hasStatus(200);
    ada.signsInElsewhere("another battery staple", "curl/8");

    ada.patch(
            ME,
            Map.of(
                "new_password", "yet another staple",
                "password", "another battery staple",
                "end_app_access", true))
        .hasStatus(200);
    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Attack("U-19")
  void others_see_the_public_part_alone() {
    var bob = server.user("bob");
    ada.patch(ME, Map.of("bio", "Numbers.")).hasStatus(200);

    var seen = bob.get("/api/v1/users/" + ada.id()).hasStatus(200);

    assertThat(seen.json().propertyNames())
        .containsExactly(
            "id", "username", "discriminator", "global_name", "avatar", "avatar_color", "flags");
    bob.get("/api/v1/users/1").deniedWith(404, "UNKNOWN_USER");
    bob.get("/api/v1/users/x").deniedWith(404, "UNKNOWN_USER");
  }

  @Test
  @Attack("U-20")
  void apps_and_bots_change_nobodys_account() {
    var app = server.app();
    var tokens = app.exchange(ada.approves(app, "identify email")).granted();
    var created = ada.post("/api/v1/oauth2/applications", Map.of("name", "Helper"));
    var bot = "Bot " + created.json().path("bot").path("token").asString();
    for (String path : List.of(ME, ME + "/security-activity", "/api/v1/users/" + ada.id())) {
      String method = path.equals(ME) ? "PATCH" : "GET";
      send(method, path, "Bearer " + tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    }

    send("PATCH", ME, bot).deniedWith(403, "ACCESS_DENIED");
    send("GET", ME + "/security-activity", bot).deniedWith(403, "ACCESS_DENIED");
    send("GET", "/api/v1/users/" + ada.id(), bot).hasStatus(200);
  }

  private Answer send(String method, String path, String authorization) {
    var headers = Map.of("Authorization", authorization, "Content-Type", "application/json");
    return server.wire().send(method, path, method.equals("GET") ? "" : "{}", headers);
  }

  @Test
  void what_happened_is_told_newest_first_in_pages() {
    ada.patch(ME, Map.of("bio", "Numbers.")).hasStatus(200);
    ada.post("/api/v1/auth/sessions/logout", Map.of("password", "not the password"));

    var events = ada.get(ME + "/security-activity").hasStatus(200).json();

    assertThat(events.valueStream().map(one -> one.path("event").asString()))
        .containsExactly("confirmation_failed", "profile_changed", "signed_in", "registered");
    assertThat(events.path(0).path("address").asString()).isNotEmpty();
    var first = ada.get(ME + "/security-activity?limit=1").json();
    assertThat(first.size()).isEqualTo(1);
    var id = first.path(0).path("id").asString();
    var older = ada.get(ME + "/security-activity?before=" + id).json();
    assertThat(older.path(0)).isEqualTo(events.path(1));
    ada.get(ME + "/security-activity?limit=0").invalidOn("limit");
    ada.get(ME + "/security-activity?limit=101").invalidOn("limit");
    ada.get(ME + "/security-activity?before=x").invalidOn("before");
  }

  @Test
  @Attack("S-05")
  void what_happened_holds_no_secret() {
    var app = server.app();
    var code = ada.approves(app, "identify");
    var tokens = app.exchange(code).granted();
    app.revoke(tokens.refresh()).hasStatus(200);
    ada.patch(ME, confirmed(Map.of("new_password", "another battery staple"))).hasStatus(200);

    assertThat(ada.get(ME + "/security-activity").body())
        .contains("access_approved", "access_given_back", "password_changed")
        .doesNotContain(
            code, tokens.access(), tokens.refresh(), ada.session(), "staple", "battery");
  }
}
