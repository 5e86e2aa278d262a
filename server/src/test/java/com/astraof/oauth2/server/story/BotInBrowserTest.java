package com.astraof.oauth2.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.server.testing.Chromium;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The documentation's bot URL, pasted into a real browser. */
final class BotInBrowserTest {
  private final Chromium chromium = Chromium.launch();
  private final TestServer server = TestServer.onLocalhost();
  private final BrowserContext browser = chromium.browser().newContext();
  private final Page page = browser.newPage();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Observatory");
  private final TestApp app =
      server.user("grace").registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);

  @AfterEach
  void stop() {
    chromium.close();
    server.close();
  }

  private void pastes(TestUser user, String permissions) {
    page.navigate(
        server.issuer()
            + "/oauth2/authorize?client_id=%s&scope=bot&permissions=%s"
                .formatted(app.id(), permissions));
    page.fill("#email", user.email());
    page.fill("#password", TestUser.PASSWORD);
    page.click("#submit");
  }

  private void choosesTheGuild() {
    isAccessible();
    page.check("#guild-" + guild.id());
    page.click("#continue");
    isAccessible();
  }

  private void isAccessible() {
    assertThat(Chromium.accessibilityProblems(page)).as(page.url()).isEmpty();
  }

  private List<String> grantedToBot() {
    return ada.get(guild.path("/roles"))
        .hasStatus(200)
        .json()
        .valueStream()
        .filter(role -> role.path("name").asString().equals("Stargazer"))
        .map(role -> role.path("permissions"))
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void an_admin_adds_a_bot_without_one_of_the_permissions_it_asked_for() {
    pastes(ada, TestGuild.bits(Permission.KICK_MEMBERS, Permission.MANAGE_MESSAGES));
    choosesTheGuild();

    page.uncheck("input[name='permission.MANAGE_MESSAGES']");
    page.click("#approve");

    assertThat(page.locator("h1")).containsText("Stargazer is in Observatory now");
    isAccessible();
    assertThat(grantedToBot()).containsExactly(TestGuild.bits(Permission.KICK_MEMBERS));
  }

  @Test
  void a_plain_member_is_offered_no_guild_and_told_why() {
    pastes(guild.joinedBy(server.user("bob")), "8");

    assertThat(page.locator("main")).containsText("No guild to add it to");
    assertThat(page.locator("#continue")).hasCount(0);
    page.click("summary");
    assertThat(page.locator("details.others")).containsText("Observatory");
    isAccessible();
  }

  @Test
  void an_over_asking_bot_is_capped_to_what_the_admin_has() {
    var bob =
        guild.joinedBy(
            server.user("bob"),
            Permission.MANAGE_GUILD,
            Permission.MANAGE_ROLES,
            Permission.KICK_MEMBERS);
    pastes(bob, TestGuild.bits(Permission.ADMINISTRATOR, Permission.KICK_MEMBERS));
    choosesTheGuild();

    assertThat(page.locator(".out-of-reach")).containsText("Administrator");
    assertThat(page.locator("input[name='permission.ADMINISTRATOR']")).hasCount(0);
    page.click("#approve");

    assertThat(page.locator("h1")).containsText("is in Observatory now");
    assertThat(grantedToBot()).containsExactly(TestGuild.bits(Permission.KICK_MEMBERS));
  }

  @Test
  void who_declines_is_told_that_nothing_was_added() {
    pastes(ada, "8");
    choosesTheGuild();

    page.click("#deny");

    assertThat(page.locator("h1")).containsText("Nothing was added");
    assertThat(grantedToBot()).isEmpty();
    ada.get(guild.member(app.bot())).deniedWith(404, "UNKNOWN_MEMBER");
  }
}
