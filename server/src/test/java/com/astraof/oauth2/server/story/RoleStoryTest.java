package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.guild.Role.Look;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The roles of a guild: nobody makes or changes one beyond what they hold themselves. */
final class RoleStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Club");
  private final String roles = guild.path("/roles");
  private final TestUser keeper =
      guild.joinedBy(server.user("keeper"), Permission.MANAGE_ROLES, Permission.KICK_MEMBERS);
  private final TestUser bob = guild.joinedBy(server.user("bob"));

  @AfterEach
  void stop() {
    server.close();
  }

  private String roleOf(TestUser user) {
    return user.get(guild.path("/members/@me")).json().path("roles").path(0).asString();
  }

  @Test
  void a_new_role_is_as_the_contract_describes() {
    var plain = ada.post(roles, Map.of("name", "Plain")).hasStatus(200);
    var rich =
        ada.post(
                roles,
                Map.of(
                    "name",
                    "Rich",
                    "color",
                    0xff8800,
                    "hoist",
                    true,
                    "hoist_position",
                    3,
                    "mentionable",
                    true,
                    "permissions",
                    "32"))
            .hasStatus(200);

    assertThat(plain.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "color",
            "position",
            "hoist_position",
            "permissions",
            "hoist",
            "mentionable");
    assertThat(plain.text("permissions")).isEqualTo(Permissions.DEFAULT.toString());
    assertThat(plain.text("position")).isEqualTo("1");
    assertThat(rich.text("color")).isEqualTo(Integer.toString(0xff8800));
    assertThat(rich.text("permissions")).isEqualTo("32");
    assertThat(bob.get(roles).hasStatus(200).body()).contains(plain.body(), rich.body());
    assertThat(bob.get(roles).json().valueStream().map(role -> role.path("id").asString()))
        .contains(guild.id());
  }

  @Test
  void what_is_not_well_formed_is_named() {
    ada.post(roles, Map.of()).invalidOn("name");
    ada.post(roles, Map.of("name", "x".repeat(101))).invalidOn("name");
    ada.post(roles, Map.of("name", "x", "color", 0x1000000)).invalidOn("color");
    ada.post(roles, Map.of("name", "x", "color", -1)).invalidOn("color");
    ada.post(roles, Map.of("name", "x", "color", "red")).invalidOn("color");
    ada.post(roles, Map.of("name", "x", "color", 1.5)).invalidOn("color");
    ada.post(roles, Map.of("name", "x", "hoist", "yes")).invalidOn("hoist");
  }

  @Test
  @Attack("B-02")
  void permissions_are_decimal_strings_and_bits_without_a_meaning_vanish() {
    long bits = 1L << 60 | 1L << 5;
    var role = ada.post(roles, Map.of("name", "x", "permissions", Long.toString(bits)));
    assertThat(role.text("permissions")).isEqualTo("32");

    for (Object bad : List.of("-1", "0x8", "1e3", "32.0", "9".repeat(30), "many", 8, true)) {
      ada.post(roles, Map.of("name", "x", "permissions", bad)).invalidOn("permissions");
    }
  }

  @Test
  @Attack("B-11")
  void nobody_makes_a_role_with_what_they_do_not_hold() {
    var kick = TestGuild.bits(Permission.KICK_MEMBERS);
    var ban = TestGuild.bits(Permission.BAN_MEMBERS);
    var everything = TestGuild.bits(Permission.ADMINISTRATOR);

    keeper.post(roles, Map.of("name", "Fine", "permissions", kick)).hasStatus(200);
    for (String bits : List.of(ban, everything, Permissions.ALL.toString())) {
      keeper
          .post(roles, Map.of("name", "Over", "permissions", bits))
          .deniedWith(403, "MISSING_PERMISSIONS");
    }
    bob.post(roles, Map.of("name", "Any", "permissions", "0"))
        .deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  void a_role_of_the_usual_kind_has_no_more_than_its_maker() {
    guild.deniesEveryone(Permission.ATTACH_FILES);

    var role = keeper.post(roles, Map.of("name", "Usual")).hasStatus(200);

    long bits = Long.parseLong(role.text("permissions"));
    assertThat(new Permissions(bits).contains(Permission.ATTACH_FILES)).isFalse();
    assertThat(new Permissions(bits).contains(Permission.SPEAK)).isTrue();
  }

  @Test
  @Attack("B-11")
  void nobody_changes_a_role_that_is_not_below_their_own() {
    String own = roleOf(keeper);
    String powerful = guild.role("Powerful", Permission.BAN_MEMBERS);

    keeper
        .patch(roles + "/" + own, Map.of("permissions", Permissions.ALL.toString()))
        .deniedWith(403, "MISSING_PERMISSIONS");
    keeper.patch(roles + "/" + own, Map.of("name", "Me")).deniedWith(403, "MISSING_PERMISSIONS");
    keeper.delete(roles + "/" + own).deniedWith(403, "MISSING_PERMISSIONS");
    keeper
        .patch(
            roles + "/" + powerful,
            Map.of("permissions", TestGuild.bits(Permission.BAN_MEMBERS, Permission.KICK_MEMBERS)))
        .deniedWith(403, "MISSING_PERMISSIONS");
    bob.patch(roles + "/" + powerful, Map.of("name", "x")).deniedWith(403, "MISSING_PERMISSIONS");
    bob.delete(roles + "/" + powerful).deniedWith(403, "MISSING_PERMISSIONS");

    var renamed = keeper.patch(roles + "/" + powerful, Map.of("name", "Named")).hasStatus(200);
    assertThat(renamed.text("permissions")).isEqualTo(TestGuild.bits(Permission.BAN_MEMBERS));
    keeper.delete(roles + "/" + powerful).hasStatus(204);
    keeper.delete(roles + "/" + powerful).deniedWith(404, "UNKNOWN_ROLE");
  }

  @Test
  void fields_that_are_not_there_stay_as_they_are() {
    String role = guild.role("Bakers", Permission.SPEAK);

    ada.patch(roles + "/" + role, Map.of("color", 7, "hoist", true, "hoist_position", 2))
        .hasStatus(200);
    var after = ada.patch(roles + "/" + role, Map.of("mentionable", true)).hasStatus(200);

    assertThat(after.text("name")).isEqualTo("Bakers");
    assertThat(after.text("color")).isEqualTo("7");
    assertThat(after.text("hoist_position")).isEqualTo("2");
    assertThat(after.json().path("hoist").asBoolean()).isTrue();
    assertThat(after.text("permissions")).isEqualTo(TestGuild.bits(Permission.SPEAK));
    ada.patch(roles + "/" + role, Map.of("name", "")).invalidOn("name");
    ada.patch(roles + "/1", Map.of("name", "x")).deniedWith(404, "UNKNOWN_ROLE");
    ada.patch(roles + "/x", Map.of("name", "x")).invalidOn("role_id");
  }

  @Test
  void everyone_is_allowed_other_things_and_nothing_else_about_it_changes() {
    String everyone = roles + "/" + guild.id();
    var speak = TestGuild.bits(Permission.SPEAK, Permission.VIEW_CHANNEL);

    var after = keeper.patch(everyone, Map.of("name", "All", "permissions", speak)).hasStatus(200);

    assertThat(after.text("name")).isEqualTo("@everyone");
    assertThat(after.text("permissions")).isEqualTo(speak);
    keeper
        .patch(everyone, Map.of("permissions", TestGuild.bits(Permission.BAN_MEMBERS)))
        .deniedWith(403, "MISSING_PERMISSIONS");
    ada.delete(everyone).deniedWith(404, "UNKNOWN_ROLE");
  }

  @Test
  @Attack("B-11")
  void a_bots_role_is_changed_from_above_and_never_deleted_by_hand() {
    var app = server.app();
    var bot = guild.addsBot(server, app, Permission.MANAGE_ROLES, Permission.SPEAK);
    String managed = roles + "/" + roleOf(bot);
    var everything = Map.of("permissions", Permissions.ALL.toString());

    bot.patch(managed, everything).deniedWith(403, "MISSING_PERMISSIONS");
    keeper.patch(managed, everything).deniedWith(403, "MISSING_PERMISSIONS");
    keeper.delete(managed).deniedWith(403, "MISSING_PERMISSIONS");
    ada.delete(managed).deniedWith(403, "MISSING_PERMISSIONS");

    var painted = keeper.patch(managed, Map.of("color", 5, "permissions", "0")).hasStatus(200);
    assertThat(painted.text("color")).isEqualTo("5");
  }

  @Test
  void a_guild_has_250_roles_at_most() {
    var edits = new ArrayList<GuildEdit>();
    int there = ada.get(roles).json().size();
    for (int i = there; i < 250; i++) {
      var role = new RoleId(1_000 + i);
      var of = new GuildId(Long.parseLong(guild.id()));
      edits.add(
          new GuildEdit.AddRole(Role.made(role, of, Look.named("Role " + i), Permissions.NONE)));
    }
    guild.write(server, edits);

    ada.post(roles, Map.of("name", "One more")).deniedWith(400, "MAX_GUILD_ROLES");
  }
}
