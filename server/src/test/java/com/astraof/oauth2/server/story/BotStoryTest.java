package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The documentation's bot URL in a browser without scripts. */
final class BotStoryTest {
  private static final String DECISION = "/oauth2/authorize/decision";
  private static final Map<String, String> KICK = Map.of("permission.KICK_MEMBERS", "true");

  private final TestServer server = TestServer.start();
  private final TestUser grace = server.user("grace");
  private final TestApp app = grace.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Observatory");
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private String url(Map<String, String> other) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", app.id());
    parameters.put("scope", "bot");
    parameters.put(
        "permissions", TestGuild.bits(Permission.KICK_MEMBERS, Permission.MANAGE_MESSAGES));
    parameters.putAll(other);
    return "/oauth2/authorize?" + Wire.encode(parameters);
  }

  private String toGuild() {
    return url(Map.of("guild_id", guild.id()));
  }

  private Answer arrives(TestUser user, String url) {
    return browser.follow(browser.signIn(user, url)).hasStatus(200);
  }

  private Answer approves(Answer page, Map<String, String> ticked) {
    var fields = new LinkedHashMap<>(ticked);
    fields.put("decision", "approve");
    return browser.submit(page, DECISION, fields);
  }

  private String permissionsOfBot() {
    return ada.get(guild.path("/roles"))
        .hasStatus(200)
        .json()
        .valueStream()
        .filter(role -> role.path("name").asString().equals("Stargazer"))
        .map(role -> role.path("permissions").asString())
        .findFirst()
        .orElse("none");
  }

  private void isNotThere() {
    ada.get(guild.member(app.bot())).deniedWith(404, "UNKNOWN_MEMBER");
    assertThat(permissionsOfBot()).isEqualTo("none");
  }

  @Test
  void an_admin_chooses_a_guild_leaves_a_permission_out_and_sees_what_happened() {
    Answer choice = arrives(ada, url(Map.of()));
    assertThat(choice.body()).contains("Observatory");

    Answer review = browser.open(toGuild()).hasStatus(200);
    Answer done = approves(review, KICK).hasStatus(200);

    assertThat(done.body()).contains("Observatory").contains("Stargazer");
    assertThat(permissionsOfBot()).isEqualTo(TestGuild.bits(Permission.KICK_MEMBERS));
    assertThat(ada.get(guild.member(app.bot())).hasStatus(200).json().path("roles")).hasSize(1);
  }

  @Test
  void who_comes_back_changes_what_the_bot_may_do() {
    approves(arrives(ada, toGuild()), KICK).hasStatus(200);

    var wish = Map.of("permission.MANAGE_MESSAGES", "true");
    approves(browser.open(toGuild()), wish).hasStatus(200);
    assertThat(permissionsOfBot()).isEqualTo(TestGuild.bits(Permission.MANAGE_MESSAGES));

    approves(browser.open(toGuild()), Map.of()).hasStatus(200);
    assertThat(permissionsOfBot()).isEqualTo("none");
    ada.get(guild.member(app.bot())).hasStatus(200);
  }

  @Test
  @Attack("B-01")
  void a_plain_member_is_told_why_no_guild_is_offered() {
    var bob = guild.joinedBy(server.user("bob"));

    Answer page = arrives(bob, url(Map.of()));

    assertThat(page.body())
        .contains("No guild to add it to")
        .contains("Observatory")
        .doesNotContain("guild_id");
    assertThat(browser.open(toGuild()).hasStatus(200).body()).contains("No guild to add it to");
  }

  @Test
  @Attack("B-01")
  void who_lost_the_right_meanwhile_adds_nothing() {
    var bob = guild.joinedBy(server.user("bob"), Permission.MANAGE_GUILD);
    Answer review = arrives(bob, toGuild());
    ada.delete(guild.member(bob)).hasStatus(204);

    approves(review, Map.of()).hasStatus(403);

    isNotThere();
  }

  @Test
  @Attack("B-02")
  void an_over_asking_bot_gets_what_the_admin_has() {
    var bob =
        guild.joinedBy(
            server.user("bob"),
            Permission.MANAGE_GUILD,
            Permission.MANAGE_ROLES,
            Permission.KICK_MEMBERS);
    var all = Map.of("guild_id", guild.id(), "permissions", "9007199254740991");

    Answer review = arrives(bob, url(all));
    assertThat(review.body()).contains("It won’t get these").contains("permission.KICK_MEMBERS");
    assertThat(review.body()).doesNotContain("name=\"permission.ADMINISTRATOR\"");
    approves(review, KICK).hasStatus(200);

    assertThat(permissionsOfBot()).isEqualTo(TestGuild.bits(Permission.KICK_MEMBERS));
  }

  @Test
  @Attack("B-02")
  void a_forged_tick_grants_nothing_that_was_not_asked_for() {
    Answer review = arrives(ada, toGuild());

    approves(review, Map.of("permission.ADMINISTRATOR", "true", "permission.KICK_MEMBERS", "true"));

    assertThat(permissionsOfBot()).isEqualTo(TestGuild.bits(Permission.KICK_MEMBERS));
  }

  @Test
  @Attack("B-03")
  void a_guild_that_was_not_shown_gets_no_bot() {
    var other = ada.founds("Backyard");
    Answer review = arrives(ada, toGuild());

    var swapped = new LinkedHashMap<>(KICK);
    swapped.put("guild_id", other.id());
    approves(review, swapped);

    ada.get(other.member(app.bot())).deniedWith(404, "UNKNOWN_MEMBER");
    ada.get(guild.member(app.bot())).hasStatus(200);
  }

  @Test
  @Attack("B-03")
  void where_the_guild_is_pinned_no_other_is_offered() {
    var other = server.user("bob").founds("Elsewhere");
    var pinned = Map.of("guild_id", guild.id(), "disable_guild_select", "true");

    assertThat(arrives(ada, url(pinned)).body()).doesNotContain(">Change<");
    var foreign = Map.of("guild_id", other.id(), "disable_guild_select", "true");
    assertThat(browser.open(url(foreign)).hasStatus(403).body()).contains("can’t do this");
  }

  @Test
  @Attack("B-04")
  @Attack("B-05")
  void a_private_bot_and_one_that_requires_a_code_are_explained() {
    String path = "/api/v1/oauth2/applications/" + app.id();
    browser.signIn(ada, "/");

    grace.patch(path, Map.of("bot_require_code_grant", true)).hasStatus(200);
    assertThat(browser.open(toGuild()).hasStatus(403).body()).contains("isn’t enough");
    grace.patch(path, Map.of("bot_public", false)).hasStatus(200);
    assertThat(browser.open(toGuild()).hasStatus(403).body()).contains("private");
  }

  @Test
  @Attack("B-07")
  void a_bot_that_was_banned_meanwhile_stays_out() {
    Answer review = arrives(ada, toGuild());
    ada.put(guild.path("/bans/" + app.id()), Map.of()).hasStatus(204);

    assertThat(approves(review, KICK).hasStatus(403).body()).contains("banned");

    isNotThere();
  }

  @Test
  void who_declines_adds_nothing_and_is_told_so() {
    Answer review = arrives(ada, toGuild());

    Answer page = browser.submit(review, DECISION, Map.of("decision", "deny")).hasStatus(200);

    assertThat(page.body()).doesNotContain("Add bot");
    isNotThere();
  }

  @Test
  void with_other_scopes_the_app_gets_a_code_and_the_guild() {
    var parameters =
        Map.of(
            "scope", "identify bot",
            "guild_id", guild.id(),
            "redirect_uri", app.redirectUri(),
            "response_type", "code",
            "state", "s1");

    var back = approves(arrives(ada, url(parameters)), KICK).redirectParameters();

    assertThat(back.required("guild_id")).isEqualTo(guild.id());
    assertThat(back.required("permissions")).isEqualTo(TestGuild.bits(Permission.KICK_MEMBERS));
    assertThat(back.required("state")).isEqualTo("s1");
    JsonNode token = app.exchange(back.required("code")).hasStatus(200).json();
    assertThat(token.path("guild").path("id").asString()).isEqualTo(guild.id());
  }
}
