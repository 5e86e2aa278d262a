package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code guilds.join}: an app's bot brings in who has agreed to it. */
final class GuildsJoinStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Club");
  private final TestApp app = server.app();
  private final TestUser bot =
      guild.addsBot(
          server,
          app,
          Permission.MANAGE_NICKNAMES,
          Permission.MANAGE_ROLES,
          Permission.MUTE_MEMBERS,
          Permission.DEAFEN_MEMBERS);
  private final TestUser bob = server.user("bob");

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer brings(TestUser bringer, TestUser user, String token, Map<String, ?> wishes) {
    var body = new HashMap<String, Object>(wishes);
    body.put("access_token", token);
    return bringer.put(guild.member(user), body);
  }

  private Answer brings(TestUser user, Map<String, ?> wishes) {
    return brings(bot, user, app.accessOf(user, "guilds.join"), wishes);
  }

  @Test
  void who_agreed_is_brought_in_as_the_app_wishes() {
    String role = guild.role("Guests");

    var member =
        brings(bob, Map.of("nick", "Bobby", "roles", List.of(role), "mute", true, "deaf", true))
            .hasStatus(201);

    assertThat(member.text("nick")).isEqualTo("Bobby");
    assertThat(member.json().path("roles").path(0).asString()).isEqualTo(role);
    assertThat(member.json().path("mute").asBoolean()).isTrue();
    assertThat(member.json().path("deaf").asBoolean()).isTrue();
    assertThat(member.text("join_source_type")).isEqualTo("1");
    assertThat(bob.get(guild.member(bob)).body()).isEqualTo(member.body());
    assertThat(bob.get("/api/v1/users/@me/security-activity").body())
        .contains("joined_guild_by_app", app.id(), guild.id());
  }

  @Test
  void who_is_in_already_stays_as_they_are() {
    brings(bob, Map.of("nick", "Bobby")).hasStatus(201);

    var again = brings(bob, Map.of("nick", "Robert")).hasStatus(204);

    assertThat(again.body()).isEmpty();
    assertThat(bob.get(guild.member(bob)).text("nick")).isEqualTo("Bobby");
  }

  @Test
  @Attack("B-08")
  void any_other_token_is_refused() {
    var mallory = server.user("mallory");
    var other = server.app();
    String revoked = app.accessOf(bob, "guilds.join");
    app.revoke(revoked).hasStatus(200);
    var refresh = app.exchange(bob.approves(app, "guilds.join")).granted().refresh();
    var wrong =
        List.of(
            app.accessOf(mallory, "guilds.join"),
            other.accessOf(bob, "guilds.join"),
            app.accessOf(bob, "identify guilds messages.read"),
            revoked,
            refresh,
            bob.session(),
            app.botToken(),
            "x");
    for (String token : wrong) {
      brings(bot, bob, token, Map.of()).deniedWith(403, "ACCESS_DENIED");
    }
    String old = app.accessOf(bob, "guilds.join");
    server.clock().advance(Duration.ofDays(8));
    brings(bot, bob, old, Map.of()).deniedWith(403, "ACCESS_DENIED");
    bot.put(guild.member(bob), Map.of()).invalidOn("access_token");
    bob.get(guild.path("")).deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  @Attack("B-08")
  void consent_that_was_taken_back_brings_nobody_in() {
    String token = app.accessOf(bob, "guilds.join");
    bob.delete("/api/v1/oauth2/@me/authorizations/" + app.id()).hasStatus(204);

    brings(bot, bob, token, Map.of()).deniedWith(403, "ACCESS_DENIED");
  }

  @Test
  @Attack("U-20")
  void bots_alone_bring_people_in() {
    String token = app.accessOf(bob, "guilds.join");

    brings(ada, bob, token, Map.of()).deniedWith(403, "ACCESS_DENIED");
    brings(bob, bob, token, Map.of()).deniedWith(403, "ACCESS_DENIED");
    var headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
    server
        .wire()
        .send("PUT", guild.member(bob), "{\"access_token\":\"" + token + "\"}", headers)
        .deniedWith(401, "INVALID_AUTH_TOKEN");
  }

  @Test
  @Attack("B-08")
  void a_bot_brings_people_only_where_it_may_invite() {
    var elsewhere = ada.founds("Elsewhere");
    var body = Map.of("access_token", app.accessOf(bob, "guilds.join"));
    bot.put(elsewhere.member(bob), body).deniedWith(403, "MISSING_PERMISSIONS");
    bot.put("/api/v1/guilds/1/members/" + bob.id(), body).deniedWith(404, "UNKNOWN_GUILD");

    guild.deniesEveryone(Permission.CREATE_INSTANT_INVITE);

    bot.put(guild.member(bob), body).deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  @Attack("B-08")
  void what_the_app_wishes_is_no_more_than_its_bot_may() {
    var plain = ada.founds("Plain");
    plain.addsBot(server, app);
    String low = plain.role("Low");
    String token = app.accessOf(bob, "guilds.join");
    for (Map<String, ?> wish :
        List.<Map<String, ?>>of(
            Map.of("nick", "x"),
            Map.of("roles", List.of(low)),
            Map.of("mute", true),
            Map.of("deaf", true))) {
      var body = new HashMap<String, Object>(wish);
      body.put("access_token", token);
      bot.put(plain.member(bob), body).deniedWith(403, "MISSING_PERMISSIONS");
    }
    bob.get(plain.path("")).deniedWith(403, "MISSING_PERMISSIONS");
    brings(bob, Map.of("nick", "x".repeat(33))).invalidOn("nick");
    brings(bob, Map.of("roles", List.of("1"))).deniedWith(404, "UNKNOWN_ROLE");
  }

  @Test
  @Attack("B-08")
  @Attack("B-11")
  void roles_above_the_bots_own_and_its_own_are_not_given() {
    var club = ada.founds("Other");
    String above = club.role("Above");
    club.addsBot(server, app, Permission.MANAGE_ROLES);
    String own = bot.get(club.path("/members/@me")).json().path("roles").path(0).asString();
    String token = app.accessOf(bob, "guilds.join");

    for (String role : List.of(above, own)) {
      bot.put(club.member(bob), Map.of("access_token", token, "roles", List.of(role)))
          .deniedWith(403, "MISSING_PERMISSIONS");
    }
  }

  @Test
  @Attack("B-08")
  void who_is_banned_stays_out() {
    ada.put(guild.path("/bans/" + bob.id()), Map.of()).hasStatus(204);

    brings(bob, Map.of()).deniedWith(403, "USER_BANNED_FROM_GUILD");
  }

  @Test
  void who_is_in_a_hundred_guilds_is_brought_into_no_other() {
    for (int i = 0; i < 100; i++) {
      bob.foundsGuild("Guild " + i);
    }

    brings(bob, Map.of()).deniedWith(400, "MAX_GUILDS");
  }

  @Test
  void of_64_at_once_one_brings_the_user_in() {
    String token = app.accessOf(bob, "guilds.join");

    var statuses = Together.times(64, () -> brings(bot, bob, token, Map.of()).status());

    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses.stream().filter(status -> status == 204)).hasSize(63);
  }
}
