package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.TestGuild.allowed;
import static com.astraof.oauth2.server.testing.TestGuild.denied;
import static com.astraof.oauth2.server.testing.TestGuild.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An app with {@code messages.read} sees what its user may see, at that moment and no longer. */
final class MessagesReadStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Club");
  private final TestUser bob = guild.joinedBy(server.user("bob"));
  private final TestApp app = server.app();
  private final String token = app.accessOf(bob, "messages.read");
  private final String bakers = guild.role("Bakers");
  private final String secret =
      guild.channelWith(
          List.of(
              denied(guild.id(), Permission.VIEW_CHANNEL),
              allowed(bakers, Permission.VIEW_CHANNEL)));

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer read(String path) {
    return app.get(path, token);
  }

  private Answer messagesOf(String channel) {
    return read(TestGuild.channel(channel, "/messages"));
  }

  @Test
  void the_app_reads_what_its_user_reads() {
    String general = guild.general();
    says(ada, general, "For all");

    assertThat(messagesOf(general).hasStatus(200).body())
        .isEqualTo(bob.get(TestGuild.channel(general, "/messages")).body());
    assertThat(read(TestGuild.channel(general, "")).hasStatus(200).text("name"))
        .isEqualTo("general");
    assertThat(read(guild.path("/channels")).hasStatus(200).body())
        .isEqualTo(bob.get(guild.path("/channels")).body())
        .doesNotContain(secret);
  }

  @Test
  @Attack("B-09")
  @Attack("T-13")
  void a_channel_that_is_hidden_from_the_user_is_hidden_from_the_app() {
    says(ada, secret, "For bakers");

    messagesOf(secret).deniedWith(403, "MISSING_PERMISSIONS");
    read(TestGuild.channel(secret, "")).deniedWith(403, "MISSING_PERMISSIONS");
    guild.gives(bob, bakers);
    assertThat(messagesOf(secret).hasStatus(200).body()).contains("For bakers");
    ada.delete(guild.member(bob) + "/roles/" + bakers).hasStatus(204);

    messagesOf(secret).deniedWith(403, "MISSING_PERMISSIONS");
    assertThat(read(guild.path("/channels")).body()).doesNotContain(secret);
  }

  @Test
  @Attack("B-09")
  void an_overwrite_for_the_member_alone_hides_it_too() {
    String hidden = guild.channelWith(List.of(denied(bob, Permission.VIEW_CHANNEL)));
    String unread = guild.channelWith(List.of(denied(bob, Permission.READ_MESSAGE_HISTORY)));

    messagesOf(hidden).deniedWith(403, "MISSING_PERMISSIONS");
    messagesOf(unread).deniedWith(403, "MISSING_PERMISSIONS");
    read(TestGuild.channel(unread, "")).hasStatus(200);
  }

  @Test
  @Attack("B-09")
  @Attack("T-13")
  void a_permission_that_everyone_lost_is_lost_at_once() {
    String general = guild.general();
    messagesOf(general).hasStatus(200);

    guild.deniesEveryone(Permission.READ_MESSAGE_HISTORY);
    messagesOf(general).deniedWith(403, "MISSING_PERMISSIONS");
    guild.deniesEveryone(Permission.VIEW_CHANNEL);

    assertThat(read(guild.path("/channels")).hasStatus(200).body()).isEqualTo("[]");
  }

  @Test
  @Attack("B-09")
  @Attack("T-13")
  void who_left_or_was_shown_the_door_takes_the_app_along() {
    String general = guild.general();
    bob.delete("/api/v1/users/@me/guilds/" + guild.id()).hasStatus(204);
    messagesOf(general).deniedWith(403, "MISSING_PERMISSIONS");
    read(guild.path("/channels")).deniedWith(403, "MISSING_PERMISSIONS");

    guild.joinedBy(bob);
    messagesOf(general).hasStatus(200);
    ada.delete(guild.member(bob)).hasStatus(204);
    messagesOf(general).deniedWith(403, "MISSING_PERMISSIONS");

    guild.joinedBy(bob);
    ada.put(guild.path("/bans/" + bob.id()), Map.of()).hasStatus(204);
    messagesOf(general).deniedWith(403, "MISSING_PERMISSIONS");
    read(TestGuild.channel("1", "")).deniedWith(404, "UNKNOWN_CHANNEL");
    read("/api/v1/guilds/1/channels").deniedWith(404, "UNKNOWN_GUILD");
  }

  @Test
  @Attack("T-12")
  void an_app_whose_access_was_taken_back_reads_nothing() {
    bob.delete("/api/v1/oauth2/@me/authorizations/" + app.id()).hasStatus(204);

    messagesOf(guild.general()).deniedWith(401, "INVALID_AUTH_TOKEN");
  }

  @Test
  @Attack("U-20")
  void the_scope_opens_reading_and_nothing_else() {
    String general = guild.general();
    String other = app.accessOf(bob, "identify guilds guilds.join");
    app.get(TestGuild.channel(general, "/messages"), other).deniedWith(403, "ACCESS_DENIED");
    app.get(TestGuild.channel(general, ""), other).deniedWith(403, "ACCESS_DENIED");
    app.get(guild.path("/channels"), other).deniedWith(403, "ACCESS_DENIED");

    for (String path : List.of("", "/roles", "/members", "/members/@me")) {
      read(guild.path(path)).deniedWith(401, "INVALID_AUTH_TOKEN");
    }
    var bearer = Map.of("Authorization", "Bearer " + token);
    server
        .wire()
        .json(TestGuild.channel(general, "/messages"), "{\"content\":\"x\"}", bearer)
        .deniedWith(401, "INVALID_AUTH_TOKEN");
  }
}
