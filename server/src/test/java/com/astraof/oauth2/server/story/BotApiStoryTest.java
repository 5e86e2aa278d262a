package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bots come into guilds over the JSON door, for native clients (contract 8). */
final class BotApiStoryTest {
  private static final String CONSENT = "/api/v1/oauth2/authorize/consent";
  private static final Permission[] MANAGERS = {
    Permission.MANAGE_GUILD, Permission.MANAGE_ROLES, Permission.KICK_MEMBERS
  };

  private final TestServer server = TestServer.start();
  private final TestUser grace = server.user("grace");
  private final TestApp app =
      grace.registersApp("Star Gazer", "confidential", TestApp.REDIRECT_URI);
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Observatory");

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer adds(TestUser admin, Map<String, ?> other) {
    var body = new LinkedHashMap<String, Object>();
    body.put("client_id", app.id());
    body.put("scope", "bot");
    body.put("guild_id", guild.id());
    body.putAll(other);
    return admin.post(CONSENT, body);
  }

  private static Map<String, ?> asking(Permission... permissions) {
    return Map.of("permissions", TestGuild.bits(permissions));
  }

  private Map<String, ?> withCode(String scope) {
    return Map.of("scope", scope, "response_type", "code", "redirect_uri", app.redirectUri());
  }

  private List<JsonNode> rolesOfApp() {
    return ada.get(guild.path("/roles"))
        .hasStatus(200)
        .json()
        .valueStream()
        .filter(role -> role.path("name").asString().equals("Star Gazer"))
        .toList();
  }

  private void nothingIsWritten() {
    ada.get(guild.member(app.bot())).deniedWith(404, "UNKNOWN_MEMBER");
    assertThat(rolesOfApp()).isEmpty();
  }

  @Test
  void the_bot_comes_with_a_role_that_carries_exactly_what_was_granted() {
    var added = adds(ada, asking(Permission.KICK_MEMBERS, Permission.MANAGE_MESSAGES));

    assertThat(added.hasStatus(200).text("redirect_to")).isEqualTo(TestServer.ISSUER + "/");
    var role = rolesOfApp().getFirst();
    assertThat(role.path("permissions").asString())
        .isEqualTo(TestGuild.bits(Permission.KICK_MEMBERS, Permission.MANAGE_MESSAGES));
    var member = ada.get(guild.member(app.bot())).hasStatus(200).json();
    assertThat(member.path("roles").valueStream().map(JsonNode::asString))
        .containsExactly(role.path("id").asString());
    assertThat(member.path("join_source_type").asInt()).isEqualTo(1);
    assertThat(member.path("inviter_id").asString()).isEqualTo(ada.id());
    assertThat(app.bot().get("/api/v1/users/@me/guilds").hasStatus(200).json()).hasSize(1);
  }

  @Test
  void a_bot_that_asks_for_nothing_gets_no_role() {
    adds(ada, Map.of()).hasStatus(200);

    assertThat(rolesOfApp()).isEmpty();
    assertThat(ada.get(guild.member(app.bot())).hasStatus(200).json().path("roles")).isEmpty();
  }

  @Test
  void a_bot_that_is_there_is_not_added_again() {
    adds(ada, asking(Permission.KICK_MEMBERS)).hasStatus(200);

    adds(ada, asking(Permission.BAN_MEMBERS)).deniedWith(400, "BOT_ALREADY_IN_GUILD");

    assertThat(rolesOfApp()).hasSize(1);
  }

  @Test
  @Attack("B-01")
  void only_who_manages_the_guild_adds_bots_to_it() {
    var stranger = server.user("mallory");
    var member = guild.joinedBy(server.user("bob"));
    var formerly = guild.joinedBy(server.user("carol"), MANAGERS);
    formerly.delete("/api/v1/users/@me/guilds/" + guild.id()).hasStatus(204);

    for (TestUser user : List.of(stranger, member, formerly)) {
      adds(user, Map.of()).deniedWith(403, "MISSING_PERMISSIONS");
    }

    nothingIsWritten();
  }

  @Test
  @Attack("B-01")
  void a_guild_that_has_vanished_takes_no_bot() {
    adds(ada, Map.of("guild_id", "1")).deniedWith(404, "UNKNOWN_GUILD");
    ada.post(guild.path("/delete"), Map.of("password", TestUser.PASSWORD)).hasStatus(204);

    adds(ada, Map.of()).deniedWith(404, "UNKNOWN_GUILD");
  }

  @Test
  @Attack("B-02")
  void nobody_hands_on_what_they_do_not_hold() {
    var manager = guild.joinedBy(server.user("bob"), MANAGERS);
    var withoutRoles = guild.joinedBy(server.user("carol"), Permission.MANAGE_GUILD);

    adds(manager, asking(Permission.ADMINISTRATOR)).deniedWith(403, "MISSING_PERMISSIONS");
    adds(withoutRoles, asking(Permission.VIEW_CHANNEL)).deniedWith(403, "MISSING_PERMISSIONS");
    nothingIsWritten();

    adds(manager, asking(Permission.KICK_MEMBERS)).hasStatus(200);
  }

  @Test
  @Attack("B-02")
  void unknown_bits_are_left_out() {
    adds(ada, Map.of("permissions", "1152921504606846978")).hasStatus(200);

    assertThat(rolesOfApp().getFirst().path("permissions").asString()).isEqualTo("2");
  }

  @ParameterizedTest
  @Attack("B-02")
  @ValueSource(strings = {"-1", "0x10", "many", "1.5", "1e3", "8 8"})
  void what_is_no_number_is_no_wish(String permissions) {
    adds(ada, Map.of("permissions", permissions)).refusedWith("invalid_request");

    nothingIsWritten();
  }

  @Test
  @Attack("B-04")
  void a_private_bot_is_added_by_its_owner_alone() {
    grace
        .patch("/api/v1/oauth2/applications/" + app.id(), Map.of("bot_public", false))
        .hasStatus(200);
    guild.joinedBy(grace, MANAGERS);

    adds(ada, Map.of()).deniedWith(403, "ACCESS_DENIED");
    nothingIsWritten();

    adds(grace, Map.of()).hasStatus(200);
  }

  @Test
  @Attack("B-05")
  void where_the_code_grant_is_required_the_plain_flow_is_not_enough() {
    grace
        .patch("/api/v1/oauth2/applications/" + app.id(), Map.of("bot_require_code_grant", true))
        .hasStatus(200);

    adds(ada, Map.of()).refusedWith("invalid_request");
    nothingIsWritten();

    adds(ada, withCode("identify bot")).hasStatus(200);
  }

  @Test
  @Attack("B-06")
  void of_64_who_add_it_at_once_one_does() throws InterruptedException, ExecutionException {
    var answers = new ArrayList<Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> running =
          IntStream.range(0, 64)
              .mapToObj(_ -> threads.submit(() -> adds(ada, asking(Permission.KICK_MEMBERS))))
              .toList();
      for (var one : running) {
        answers.add(one.get());
      }
    }

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 400)).hasSize(63);
    assertThat(rolesOfApp()).hasSize(1);
    assertThat(ada.get(guild.path("/members?limit=1000")).hasStatus(200).json()).hasSize(2);
  }

  @Test
  @Attack("B-07")
  void a_banned_bot_stays_out() {
    ada.put(guild.path("/bans/" + app.id()), Map.of()).hasStatus(204);

    adds(ada, asking(Permission.KICK_MEMBERS)).deniedWith(403, "USER_BANNED_FROM_GUILD");

    nothingIsWritten();
  }

  @Test
  void the_code_comes_back_with_the_guild_and_the_token_tells_of_it() {
    var parameters = ada.consents(app, guildOf(guild, "identify bot", Permission.KICK_MEMBERS));

    assertThat(parameters.required("guild_id")).isEqualTo(guild.id());
    assertThat(parameters.required("permissions")).isEqualTo("2");
    var answer = app.exchange(parameters.required("code"));
    assertThat(answer.granted().scope()).isEqualTo("identify bot");
    var told = answer.json().path("guild");
    assertThat(told.path("id").asString()).isEqualTo(guild.id());
    assertThat(told.path("name").asString()).isEqualTo("Observatory");
  }

  private static Map<String, String> guildOf(
      TestGuild guild, String scope, Permission... permissions) {
    return Map.of(
        "scope", scope, "guild_id", guild.id(), "permissions", TestGuild.bits(permissions));
  }

  @Test
  @Attack("B-06")
  void where_the_bot_is_not_added_there_is_no_code_either() {
    var manager = guild.joinedBy(server.user("bob"), MANAGERS);
    var body = new LinkedHashMap<String, Object>(withCode("identify bot"));
    body.put("permissions", TestGuild.bits(Permission.ADMINISTRATOR));

    adds(manager, body).deniedWith(403, "MISSING_PERMISSIONS");

    nothingIsWritten();
    assertThat(manager.get("/api/v1/oauth2/@me/authorizations").hasStatus(200).json()).isEmpty();
  }

  @Test
  void who_says_no_adds_nothing() {
    adds(ada, Map.of("approve", false)).hasStatus(200);

    nothingIsWritten();
  }

  @Test
  void whoever_removes_the_bot_removes_its_role() {
    adds(ada, asking(Permission.KICK_MEMBERS)).hasStatus(200);

    ada.delete(guild.member(app.bot())).hasStatus(204);

    nothingIsWritten();
    adds(ada, asking(Permission.KICK_MEMBERS)).hasStatus(200);
    app.bot().delete("/api/v1/users/@me/guilds/" + guild.id()).hasStatus(204);
    nothingIsWritten();
  }

  @Test
  void what_happened_stands_in_the_security_activity() {
    adds(ada, asking(Permission.KICK_MEMBERS)).hasStatus(200);

    var activity = ada.get("/api/v1/users/@me/security-activity").hasStatus(200).json();
    assertThat(activity.findValuesAsString("event")).contains("bot_added");
    assertThat(activity.findValuesAsString("guild_id")).contains(guild.id());
  }
}
