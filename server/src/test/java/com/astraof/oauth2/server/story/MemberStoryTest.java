package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The members of a guild: seen, changed and shown the door by those above them. */
final class MemberStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Club");
  private final TestUser boss =
      guild.joinedBy(
          server.user("boss"),
          Permission.MANAGE_NICKNAMES,
          Permission.MANAGE_ROLES,
          Permission.MUTE_MEMBERS,
          Permission.DEAFEN_MEMBERS,
          Permission.MODERATE_MEMBERS,
          Permission.KICK_MEMBERS);
  private final TestUser bob = guild.joinedBy(server.user("bob"), Permission.SPEAK);

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> listed(String query) {
    return bob.get(guild.path("/members" + query))
        .hasStatus(200)
        .json()
        .valueStream()
        .map(member -> member.path("user").path("id").asString())
        .toList();
  }

  @Test
  void members_come_in_pages_by_id() {
    assertThat(listed("?limit=1000")).containsExactly(ada.id(), boss.id(), bob.id());
    assertThat(listed("?limit=1&after=" + ada.id())).containsExactly(boss.id());
    assertThat(listed("?limit=5&after=" + bob.id())).isEmpty();
    for (String bad : List.of("limit=0", "limit=1001", "limit=x", "limit=-1")) {
      bob.get(guild.path("/members?" + bad)).invalidOn("limit");
    }
    bob.get(guild.path("/members?after=x")).invalidOn("after");
  }

  @Test
  void a_member_is_as_the_contract_describes() {
    var member = bob.get(guild.path("/members/@me")).hasStatus(200);

    assertThat(member.json().propertyNames())
        .containsExactlyInAnyOrder(
            "user",
            "nick",
            "avatar",
            "banner",
            "accent_color",
            "roles",
            "joined_at",
            "join_source_type",
            "source_invite_code",
            "inviter_id",
            "mute",
            "deaf",
            "communication_disabled_until");
    assertThat(member.text("inviter_id")).isEqualTo(ada.id());
    assertThat(member.text("join_source_type")).isEqualTo("0");
    assertThat(ada.get(guild.member(bob)).body()).isEqualTo(member.body());
    ada.get(guild.path("/members/1")).deniedWith(404, "UNKNOWN_MEMBER");
    ada.get(guild.path("/members/x")).invalidOn("user_id");
  }

  @Test
  void a_nick_is_ones_own_or_given_from_above() {
    var me = guild.path("/members/@me");
    assertThat(bob.patch(me, Map.of("nick", "Bobby")).hasStatus(200).text("nick"))
        .isEqualTo("Bobby");
    assertThat(boss.patch(guild.member(bob), Map.of("nick", "Robert")).text("nick"))
        .isEqualTo("Robert");
    bob.patch(me, Map.of("nick", "x".repeat(33))).invalidOn("nick");
    bob.patch(guild.member(boss), Map.of("nick", "No")).deniedWith(403, "MISSING_PERMISSIONS");
    boss.patch(guild.member(ada), Map.of("nick", "No")).deniedWith(403, "MISSING_PERMISSIONS");

    guild.deniesEveryone(Permission.CHANGE_NICKNAME);

    bob.patch(me, Map.of("nick", "Bobby")).deniedWith(403, "MISSING_PERMISSIONS");
    var nothing = new HashMap<String, String>();
    nothing.put("nick", null);
    assertThat(boss.patch(guild.member(bob), nothing).json().path("nick").isNull()).isTrue();
  }

  @Test
  void moderators_restrain_those_below_them() {
    var until = server.clock().instant().plus(Duration.ofHours(1));
    var wish = Map.of("mute", true, "deaf", true, "communication_disabled_until", until.toString());

    var restrained = boss.patch(guild.member(bob), wish).hasStatus(200);

    assertThat(restrained.json().path("mute").asBoolean()).isTrue();
    assertThat(restrained.json().path("deaf").asBoolean()).isTrue();
    assertThat(restrained.text("communication_disabled_until")).startsWith("20");
    for (String bad : List.of("tomorrow", "+999999999-01-01T00:00:00Z", "1960-01-01T00:00:00Z")) {
      boss.patch(guild.member(bob), Map.of("communication_disabled_until", bad))
          .invalidOn("communication_disabled_until");
    }
    bob.patch(guild.member(boss), wish).deniedWith(403, "MISSING_PERMISSIONS");
    boss.patch(guild.member(ada), wish).deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  @Attack("B-11")
  void nobody_lifts_what_was_laid_upon_them() {
    ada.patch(guild.member(boss), Map.of("mute", true)).hasStatus(200);

    for (String field : List.of("mute", "deaf")) {
      boss.patch(guild.path("/members/@me"), Map.of(field, false))
          .deniedWith(403, "MISSING_PERMISSIONS");
    }
    var nothing = new HashMap<String, String>();
    nothing.put("communication_disabled_until", null);
    boss.patch(guild.path("/members/@me"), nothing).deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  void a_time_out_mutes_and_is_over_when_it_should() {
    var until = server.clock().instant().plusSeconds(60);
    boss.patch(guild.member(bob), Map.of("communication_disabled_until", until.toString()))
        .hasStatus(200);
    var messages = TestGuild.channel(guild.general(), "/messages");

    assertThat(bob.get(guild.member(bob)).json().path("mute").asBoolean()).isTrue();
    bob.post(messages, Map.of("content", "Hm")).deniedWith(403, "COMMUNICATION_DISABLED");
    server.clock().advance(Duration.ofSeconds(60));

    assertThat(bob.get(guild.member(bob)).json().path("mute").asBoolean()).isFalse();
    bob.post(messages, Map.of("content", "Hm")).hasStatus(200);
  }

  @Test
  void roles_are_given_and_taken_one_by_one_and_all_at_once() {
    String first = guild.role("First");
    String second = guild.role("Second");
    String ofBob = guild.member(bob) + "/roles/";

    boss.put(ofBob + first).hasStatus(204);
    boss.put(ofBob + first).hasStatus(204);
    boss.put(ofBob + second).hasStatus(204);
    boss.delete(ofBob + first).hasStatus(204);
    assertThat(bob.get(guild.member(bob)).json().path("roles").valueStream().map(Object::toString))
        .contains("\"" + second + "\"")
        .doesNotContain("\"" + first + "\"");
    var only = boss.patch(guild.member(bob), Map.of("roles", List.of(first))).hasStatus(200);

    assertThat(only.json().path("roles").toString()).isEqualTo("[\"" + first + "\"]");
    boss.put(ofBob + "1").deniedWith(404, "UNKNOWN_ROLE");
    boss.put(ofBob + "x").invalidOn("role_id");
    boss.put(ofBob + guild.id()).deniedWith(404, "UNKNOWN_ROLE");
    boss.patch(guild.member(bob), Map.of("roles", List.of("1"))).deniedWith(404, "UNKNOWN_ROLE");
    boss.patch(guild.member(bob), Map.of("roles", List.of("x"))).invalidOn("roles.0");
    boss.patch(guild.member(bob), Map.of("roles", "x")).invalidOn("roles");
    var tooMany = IntStream.range(1, 102).mapToObj(Integer::toString).toList();
    boss.patch(guild.member(bob), Map.of("roles", tooMany)).invalidOn("roles");
    boss.put(guild.path("/members/1/roles/" + first)).deniedWith(404, "UNKNOWN_MEMBER");
  }

  @Test
  @Attack("B-11")
  void hierarchy_holds_for_whoever_manages_roles() {
    String bossRole = boss.get(guild.path("/members/@me")).json().path("roles").path(0).asString();
    String below = guild.role("Below");
    var deputy = guild.joinedBy(server.user("deputy"), Permission.MANAGE_ROLES);
    String lowest = guild.role("Lowest");
    String ofDeputy = guild.member(deputy) + "/roles/";

    deputy.put(ofDeputy + bossRole).deniedWith(403, "MISSING_PERMISSIONS");
    deputy.put(ofDeputy + below).deniedWith(403, "MISSING_PERMISSIONS");
    deputy
        .patch(guild.path("/members/@me"), Map.of("roles", List.of(bossRole)))
        .deniedWith(403, "MISSING_PERMISSIONS");
    deputy.delete(guild.member(boss) + "/roles/" + bossRole).deniedWith(403, "MISSING_PERMISSIONS");
    deputy.put(guild.member(boss) + "/roles/" + lowest).deniedWith(403, "MISSING_PERMISSIONS");
    deputy.put(guild.member(ada) + "/roles/" + lowest).deniedWith(403, "MISSING_PERMISSIONS");
    bob.put(guild.member(bob) + "/roles/" + lowest).deniedWith(403, "MISSING_PERMISSIONS");
    deputy.put(ofDeputy + lowest).hasStatus(204);
  }

  @Test
  void who_is_kicked_is_out_and_learns_of_it() {
    boss.delete(guild.member(bob)).hasStatus(204);

    bob.get(guild.path("")).deniedWith(403, "MISSING_PERMISSIONS");
    boss.delete(guild.member(bob)).deniedWith(404, "UNKNOWN_MEMBER");
    assertThat(bob.get("/api/v1/users/@me/security-activity").body())
        .contains("removed_from_guild");
  }

  @Test
  @Attack("B-11")
  void nobody_kicks_the_owner_or_who_is_above_them() {
    boss.delete(guild.member(ada)).deniedWith(403, "MISSING_PERMISSIONS");
    bob.delete(guild.member(boss)).deniedWith(403, "MISSING_PERMISSIONS");
    boss.delete(guild.member(boss)).deniedWith(403, "MISSING_PERMISSIONS");
    var rival = guild.joinedBy(server.user("rival"), Permission.ADMINISTRATOR);
    rival.delete(guild.member(boss)).deniedWith(403, "MISSING_PERMISSIONS");
    rival.delete(guild.member(ada)).deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  void a_bot_takes_its_own_role_along_when_it_goes() {
    TestApp app = server.app();
    guild.addsBot(server, app, Permission.SPEAK);
    assertThat(ada.get(guild.path("/roles")).body()).contains("\"Bot\"");

    ada.delete(guild.path("/members/" + app.id())).hasStatus(204);

    assertThat(ada.get(guild.path("/roles")).body()).doesNotContain("\"Bot\"");
    assertThat(ada.get("/api/v1/users/@me/security-activity").body()).contains("bot_removed");
    guild.addsBot(server, app, Permission.SPEAK);
    app.bot().delete("/api/v1/users/@me/guilds/" + guild.id()).hasStatus(204);
    assertThat(ada.get(guild.path("/roles")).body()).doesNotContain("\"Bot\"");
  }

  @Test
  @Attack("B-11")
  void the_role_of_a_bot_is_handed_to_nobody_and_taken_from_nobody() {
    TestApp app = server.app();
    var bot = guild.addsBot(server, app, Permission.ADMINISTRATOR);
    String managed = bot.get(guild.path("/members/@me")).json().path("roles").path(0).asString();

    ada.put(guild.member(bob) + "/roles/" + managed).deniedWith(403, "MISSING_PERMISSIONS");
    bot.put(guild.member(bob) + "/roles/" + managed).deniedWith(403, "MISSING_PERMISSIONS");
    ada.delete(guild.member(bot) + "/roles/" + managed).deniedWith(403, "MISSING_PERMISSIONS");
    ada.patch(guild.member(bot), Map.of("roles", List.of())).deniedWith(403, "MISSING_PERMISSIONS");
    ada.patch(guild.member(bot), Map.of("roles", List.of(managed))).hasStatus(200);
  }
}
