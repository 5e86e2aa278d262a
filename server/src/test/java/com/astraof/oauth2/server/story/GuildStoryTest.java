package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Pictures;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guild as a whole: looked at, changed, left and deleted. */
final class GuildStoryTest {
  private static final Map<String, String> PASSWORD = Map.of("password", TestUser.PASSWORD);
  private static final String UNKNOWN = "/api/v1/guilds/1";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestUser mallory = server.user("mallory");
  private final TestGuild guild = ada.founds("Club");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void members_see_the_guild_with_what_they_may_do() {
    var bob = guild.joinedBy(server.user("bob"));

    var seen = bob.get(guild.path("")).hasStatus(200);

    assertThat(seen.text("name")).isEqualTo("Club");
    assertThat(seen.text("owner_id")).isEqualTo(ada.id());
    assertThat(seen.text("permissions")).isEqualTo(Permissions.DEFAULT.toString());
    assertThat(ada.get(guild.path("")).text("permissions")).isEqualTo(Permissions.ALL.toString());
  }

  @Test
  @Attack("U-19")
  void strangers_see_and_change_nothing() {
    mallory.get(guild.path("")).deniedWith(403, "MISSING_PERMISSIONS");
    mallory.patch(guild.path(""), Map.of("name", "Mine")).deniedWith(403, "MISSING_PERMISSIONS");
    mallory.post(guild.path("/delete"), PASSWORD).deniedWith(403, "MISSING_PERMISSIONS");
    for (String list : List.of("/members", "/roles", "/channels", "/members/@me")) {
      mallory.get(guild.path(list)).deniedWith(403, "MISSING_PERMISSIONS");
    }

    assertThat(ada.get(guild.path("")).text("name")).isEqualTo("Club");
  }

  @Test
  void what_is_no_guild_is_unknown_and_what_is_no_id_is_invalid() {
    ada.get(UNKNOWN).deniedWith(404, "UNKNOWN_GUILD");
    ada.patch(UNKNOWN, Map.of("name", "x")).deniedWith(404, "UNKNOWN_GUILD");
    ada.post(UNKNOWN + "/delete", PASSWORD).deniedWith(404, "UNKNOWN_GUILD");
    ada.delete("/api/v1/users/@me/guilds/1").deniedWith(404, "UNKNOWN_GUILD");
    for (String id : List.of("x", "-1", "01", "99999999999999999999", "1%20", "@me")) {
      ada.get("/api/v1/guilds/" + id).invalidOn("guild_id");
    }
  }

  @Test
  void it_is_changed_by_who_may_manage_it() {
    var bob = guild.joinedBy(server.user("bob"));
    var keeper = guild.joinedBy(server.user("keeper"), Permission.MANAGE_GUILD);

    bob.patch(guild.path(""), Map.of("name", "Bob's")).deniedWith(403, "MISSING_PERMISSIONS");
    var renamed = keeper.patch(guild.path(""), Map.of("name", " Salon ")).hasStatus(200);

    assertThat(renamed.text("name")).isEqualTo("Salon");
    keeper.patch(guild.path(""), Map.of("name", "")).invalidOn("name");
    keeper.patch(guild.path(""), Map.of("name", "x".repeat(101))).invalidOn("name");
    keeper.patch(guild.path(""), Map.of()).hasStatus(200);
    assertThat(ada.get(guild.path("")).text("name")).isEqualTo("Salon");
  }

  @Test
  void its_icon_is_shown_until_it_is_taken_away() {
    String icon = Base64.getEncoder().encodeToString(Pictures.png(8, 8));
    var founded = ada.post("/api/v1/guilds", Map.of("name", "Shown", "icon", icon)).hasStatus(200);
    String path = "/api/v1/guilds/" + founded.text("id");
    String file = "/icons/" + founded.text("id") + "/" + founded.text("icon");

    server.wire().get(file).hasStatus(200);
    mallory.patch(path, Map.of("icon", icon)).deniedWith(403, "MISSING_PERMISSIONS");
    ada.patch(path, Map.of("icon", "no picture")).invalidOn("icon");
    var nothing = new HashMap<String, String>();
    nothing.put("icon", null);
    var plain = ada.patch(path, nothing).hasStatus(200);

    assertThat(plain.json().path("icon").isNull()).isTrue();
    server.wire().get(file).hasStatus(404);
  }

  @Test
  void members_leave_and_owners_do_not() {
    var bob = guild.joinedBy(server.user("bob"));
    String mine = "/api/v1/users/@me/guilds/" + guild.id();

    bob.delete(mine).hasStatus(204);

    bob.get(guild.path("")).deniedWith(403, "MISSING_PERMISSIONS");
    assertThat(bob.get("/api/v1/users/@me/guilds").body()).isEqualTo("[]");
    bob.delete(mine).deniedWith(404, "UNKNOWN_GUILD");
    ada.delete(mine).deniedWith(400, "USER_OWNS_GUILDS");
  }

  @Test
  @Attack("U-12")
  void its_owner_alone_deletes_it_and_confirms_with_the_password() {
    var keeper = guild.joinedBy(server.user("keeper"), Permission.ADMINISTRATOR);
    String general = guild.general();

    ada.post(guild.path("/delete"), Map.of()).deniedWith(403, "SUDO_MODE_REQUIRED");
    ada.post(guild.path("/delete"), Map.of("password", "12345678")).invalidOn("password");
    keeper.post(guild.path("/delete"), PASSWORD).deniedWith(403, "MISSING_PERMISSIONS");
    ada.post(guild.path("/delete"), PASSWORD).hasStatus(204);

    ada.get(guild.path("")).deniedWith(404, "UNKNOWN_GUILD");
    keeper.get(TestGuild.channel(general, "")).deniedWith(404, "UNKNOWN_CHANNEL");
    assertThat(keeper.get("/api/v1/users/@me/guilds").body()).isEqualTo("[]");
    assertThat(ada.get("/api/v1/users/@me/security-activity").body()).contains("guild_deleted");
  }

  @Test
  void one_user_is_in_a_hundred_guilds_at_most() {
    for (int i = 1; i < 100; i++) {
      ada.foundsGuild("Guild " + i);
    }

    ada.post("/api/v1/guilds", Map.of("name", "One more")).deniedWith(400, "MAX_GUILDS");
  }
}
