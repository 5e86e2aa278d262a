package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.TestGuild.denied;
import static com.astraof.oauth2.server.testing.TestGuild.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said in channels, by whom and to whom. */
final class MessageStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Club");
  private final TestUser bob = guild.joinedBy(server.user("bob"));
  private final String general = guild.general();
  private final String messages = TestGuild.channel(general, "/messages");

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> contents(String query) {
    return bob.get(messages + query)
        .hasStatus(200)
        .json()
        .valueStream()
        .map(message -> message.path("content").asString())
        .toList();
  }

  @Test
  void what_is_said_is_read_by_the_others() {
    var said = ada.post(messages, Map.of("content", " Hello \u202e", "nonce", "n1")).hasStatus(200);

    assertThat(said.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "channel_id",
            "author",
            "type",
            "flags",
            "content",
            "timestamp",
            "edited_timestamp",
            "pinned",
            "mention_everyone",
            "tts",
            "mentions",
            "mention_roles",
            "embeds",
            "attachments",
            "nonce");
    assertThat(said.text("content")).isEqualTo("Hello");
    assertThat(said.json().path("author").path("id").asString()).isEqualTo(ada.id());
    assertThat(bob.get(messages).body()).isEqualTo("[" + said.body() + "]");
    assertThat(bob.get(TestGuild.channel(general, "")).text("last_message_id"))
        .isEqualTo(said.text("id"));
  }

  @Test
  void messages_are_read_through_windows() {
    var ids = List.of("a", "b", "c", "d", "e").stream().map(t -> says(ada, general, t)).toList();

    assertThat(contents("")).containsExactly("e", "d", "c", "b", "a");
    assertThat(contents("?limit=2")).containsExactly("e", "d");
    assertThat(contents("?before=" + ids.get(2))).containsExactly("b", "a");
    assertThat(contents("?after=" + ids.get(2))).containsExactly("e", "d");
    assertThat(contents("?limit=3&around=" + ids.get(2))).containsExactly("d", "c", "b");
    for (String bad : List.of("limit=0", "limit=101", "limit=ten")) {
      bob.get(messages + "?" + bad).invalidOn("limit");
    }
    bob.get(messages + "?before=x").invalidOn("before");
    bob.get(messages + "?before=1&after=2").invalidOn("root");
  }

  @Test
  void an_answer_names_what_it_answers() {
    String question = says(ada, general, "Rye?");

    var answer =
        bob.post(
                messages,
                Map.of("content", "Yes", "message_reference", Map.of("message_id", question)))
            .hasStatus(200);

    assertThat(answer.text("type")).isEqualTo("19");
    assertThat(answer.json().path("message_reference").path("message_id").asString())
        .isEqualTo(question);
    bob.post(messages, Map.of("content", "Yes", "message_reference", Map.of("message_id", "1")))
        .deniedWith(404, "UNKNOWN_MESSAGE");
    String elsewhere = guild.channelWith(List.of());
    bob.post(
            TestGuild.channel(elsewhere, "/messages"),
            Map.of("content", "Yes", "message_reference", Map.of("message_id", question)))
        .deniedWith(404, "UNKNOWN_MESSAGE");
  }

  @Test
  void whatever_is_wrong_with_a_message_is_reported_on_message_data() {
    for (Map<String, ?> bad :
        List.<Map<String, ?>>of(
            Map.of("content", "x".repeat(2_001)),
            Map.of("content", 7),
            Map.of("content", "x", "nonce", "x".repeat(33)),
            Map.of("content", "x", "message_reference", "1"),
            Map.of("content", "x", "message_reference", Map.of("message_id", "x")),
            Map.of("content", "x", "message_reference", Map.of("channel_id", general)))) {
      ada.post(messages, bad).invalidOn("message_data");
    }
    server
        .wire()
        .json(messages, "{", Map.of("Authorization", ada.session()))
        .invalidOn("message_data");
    ada.post(messages, Map.of("content", "\ud83d\ude00".repeat(2_000))).hasStatus(200);
    for (Map<String, String> empty : List.of(Map.<String, String>of(), Map.of("content", " "))) {
      ada.post(messages, empty).deniedWith(400, "CANNOT_SEND_EMPTY_MESSAGE");
    }
  }

  @Test
  void who_may_not_write_is_told_why() {
    var hi = Map.of("content", "Hi");
    String silent = guild.channelWith(List.of(denied(bob, Permission.SEND_MESSAGES)));
    String hidden = guild.channelWith(List.of(denied(bob, Permission.VIEW_CHANNEL)));
    String category = ada.post(guild.path("/channels"), Map.of("type", 4, "name", "c")).text("id");
    var unclaimed = guild.joinedBy(TestUser.unclaimed(server));

    bob.post(TestGuild.channel(silent, "/messages"), hi).deniedWith(403, "MISSING_PERMISSIONS");
    bob.post(TestGuild.channel(hidden, "/messages"), hi).deniedWith(403, "MISSING_PERMISSIONS");
    ada.post(TestGuild.channel(category, "/messages"), hi)
        .deniedWith(400, "CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL");
    ada.post(TestGuild.channel("1", "/messages"), hi).deniedWith(404, "UNKNOWN_CHANNEL");
    unclaimed.post(messages, hi).deniedWith(400, "UNCLAIMED_ACCOUNT_RESTRICTED");
    server.user("mallory").post(messages, hi).deniedWith(403, "MISSING_PERMISSIONS");
    server.user("eve").get(messages).deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  void without_the_history_there_is_nothing_to_read_or_answer() {
    String said = says(ada, general, "Before you came");
    String dark = guild.channelWith(List.of(denied(bob, Permission.READ_MESSAGE_HISTORY)));
    String there = says(ada, dark, "Here too");
    String path = TestGuild.channel(dark, "/messages");

    bob.get(path).deniedWith(403, "MISSING_PERMISSIONS");
    bob.post(path, Map.of("content", "x", "message_reference", Map.of("message_id", there)))
        .deniedWith(403, "MISSING_PERMISSIONS");
    bob.post(path, Map.of("content", "x")).hasStatus(200);
    assertThat(contents("")).containsExactly("Before you came");
    assertThat(said).isNotEqualTo(there);
  }

  @Test
  void bots_write_and_read_like_members() {
    var app = server.app();
    var bot = guild.addsBot(server, app, Permission.SEND_MESSAGES);

    says(bot, general, "I am a bot");

    var read = bot.get(messages).hasStatus(200).json();
    assertThat(read.path(0).path("author").path("bot").asBoolean()).isTrue();
  }

  @Test
  void a_channel_takes_only_so_many_messages_in_a_while() {
    try (var limited = TestServer.withRateLimits()) {
      var grace = limited.user("grace");
      var club = grace.founds("Club");
      String first = club.general();
      String second = club.channelWith(List.of());
      for (int i = 0; i < 20; i++) {
        says(grace, first, "No " + i);
      }

      grace
          .post(TestGuild.channel(first, "/messages"), Map.of("content", "x"))
          .deniedWith(429, "RATE_LIMITED");
      says(grace, second, "Here it is quiet");
      limited.clock().advance(Duration.ofSeconds(11));
      says(grace, first, "Again");
    }
  }
}
