package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.TestGuild.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bans: who is shown the door for good, or for a while. */
final class BanStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Club");
  private final TestUser boss = guild.joinedBy(server.user("boss"), Permission.BAN_MEMBERS);
  private final TestUser bob = guild.joinedBy(server.user("bob"));

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer bans(TestUser by, String user, Map<String, ?> wish) {
    return by.put(guild.path("/bans/" + user), wish);
  }

  private Answer returns(TestUser user) {
    return user.post("/api/v1/invites/" + guild.invite(), Map.of());
  }

  @Test
  void who_is_banned_goes_and_comes_back_when_it_is_lifted() {
    bans(boss, bob.id(), Map.of("reason", "Burnt the bread")).hasStatus(204);

    bob.get(guild.path("")).deniedWith(403, "MISSING_PERMISSIONS");
    returns(bob).deniedWith(403, "USER_BANNED_FROM_GUILD");
    assertThat(bob.get("/api/v1/users/@me/security-activity").body()).contains("banned_from_guild");
    boss.delete(guild.path("/bans/" + bob.id())).hasStatus(204);
    returns(bob).hasStatus(200);
    boss.delete(guild.path("/bans/" + bob.id())).hasStatus(204);
  }

  @Test
  void a_ban_for_a_while_is_over_by_itself() {
    bans(boss, bob.id(), Map.of("ban_duration_seconds", 60)).hasStatus(204);
    server.clock().advance(Duration.ofSeconds(59));
    returns(bob).deniedWith(403, "USER_BANNED_FROM_GUILD");
    server.clock().advance(Duration.ofSeconds(1));
    returns(bob).hasStatus(200);
  }

  @Test
  void what_was_written_lately_goes_with_the_ban() {
    String general = guild.general();
    says(bob, general, "Long ago");
    server.clock().advance(Duration.ofDays(2));
    says(bob, general, "Of late");
    says(ada, general, "By the owner");

    bans(boss, bob.id(), Map.of("delete_message_days", 1)).hasStatus(204);

    assertThat(ada.get(TestGuild.channel(general, "/messages")).body())
        .contains("Long ago", "By the owner")
        .doesNotContain("Of late");
  }

  @Test
  void someone_who_never_came_in_may_be_banned() {
    var eve = server.user("eve");

    bans(boss, eve.id(), Map.of()).hasStatus(204);

    returns(eve).deniedWith(403, "USER_BANNED_FROM_GUILD");
    assertThat(eve.get("/api/v1/users/@me/security-activity").body())
        .doesNotContain("banned_from_guild");
    bans(boss, "1", Map.of()).deniedWith(404, "UNKNOWN_USER");
    bans(boss, "x", Map.of()).invalidOn("user_id");
  }

  @Test
  void its_terms_are_checked() {
    bans(boss, bob.id(), Map.of("delete_message_days", 8)).invalidOn("delete_message_days");
    bans(boss, bob.id(), Map.of("delete_message_days", -1)).invalidOn("delete_message_days");
    bans(boss, bob.id(), Map.of("reason", "x".repeat(513))).invalidOn("reason");
    bans(boss, bob.id(), Map.of("ban_duration_seconds", -1)).invalidOn("ban_duration_seconds");
    bob.get(guild.path("")).hasStatus(200);
  }

  @Test
  @Attack("B-11")
  @Attack("U-19")
  void nobody_bans_the_owner_or_who_is_above_them() {
    var rival = guild.joinedBy(server.user("rival"), Permission.ADMINISTRATOR);
    var mallory = server.user("mallory");

    bans(boss, ada.id(), Map.of()).deniedWith(403, "MISSING_PERMISSIONS");
    bans(rival, boss.id(), Map.of()).deniedWith(403, "MISSING_PERMISSIONS");
    bans(rival, ada.id(), Map.of()).deniedWith(403, "MISSING_PERMISSIONS");
    bans(boss, boss.id(), Map.of()).deniedWith(403, "MISSING_PERMISSIONS");
    bans(bob, rival.id(), Map.of()).deniedWith(403, "MISSING_PERMISSIONS");
    bans(mallory, bob.id(), Map.of()).deniedWith(403, "MISSING_PERMISSIONS");
    bob.delete(guild.path("/bans/" + bob.id())).deniedWith(403, "MISSING_PERMISSIONS");
    ada.put("/api/v1/guilds/1/bans/" + bob.id(), Map.of()).deniedWith(404, "UNKNOWN_GUILD");
  }

  @Test
  void a_banned_bot_takes_its_role_along() {
    var app = server.app();
    guild.addsBot(server, app, Permission.SPEAK);

    bans(ada, app.id(), Map.of()).hasStatus(204);

    assertThat(ada.get(guild.path("/roles")).body()).doesNotContain("\"Bot\"");
    assertThat(ada.get("/api/v1/users/@me/security-activity").body()).contains("bot_removed");
  }
}
