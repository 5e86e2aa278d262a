package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.TestGuild.allowed;
import static com.astraof.oauth2.server.testing.TestGuild.denied;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The channels of a guild and who may view them. */
final class ChannelStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Club");
  private final String channels = guild.path("/channels");
  private final TestUser bob = guild.joinedBy(server.user("bob"));
  private final TestUser keeper = guild.joinedBy(server.user("keeper"), Permission.MANAGE_CHANNELS);

  @AfterEach
  void stop() {
    server.close();
  }

  private static List<String> names(Answer list) {
    return list.hasStatus(200)
        .json()
        .valueStream()
        .map(one -> one.path("name").asString())
        .toList();
  }

  private String category(String name) {
    return ada.post(channels, Map.of("type", 4, "name", name)).hasStatus(200).text("id");
  }

  @Test
  void channels_of_each_type_are_as_the_contract_describes() {
    String parent = category("Things");
    var text = ada.post(channels, Map.of("name", "bread", "topic", "Rye", "parent_id", parent));
    var voice = ada.post(channels, Map.of("type", 2, "name", "Kitchen"));
    var link = ada.post(channels, Map.of("type", 998, "name", "Shop", "url", "https://a.example"));

    assertThat(text.hasStatus(200).json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "type",
            "guild_id",
            "name",
            "position",
            "permission_overwrites",
            "parent_id",
            "topic",
            "nsfw",
            "rate_limit_per_user",
            "last_message_id",
            "last_pin_timestamp");
    assertThat(text.text("parent_id")).isEqualTo(parent);
    assertThat(voice.hasStatus(200).text("bitrate")).isEqualTo("64000");
    assertThat(link.hasStatus(200).text("url")).isEqualTo("https://a.example");
    assertThat(ada.get(TestGuild.channel(text.text("id"), "")).body()).isEqualTo(text.body());
    assertThat(ada.get(channels).body()).contains(text.body(), voice.body(), link.body());
  }

  @Test
  void what_is_not_well_formed_is_named() {
    String parent = category("Things");
    ada.post(channels, Map.of()).invalidOn("name");
    ada.post(channels, Map.of("name", "x".repeat(101))).invalidOn("name");
    ada.post(channels, Map.of("name", "x", "type", 1)).invalidOn("type");
    ada.post(channels, Map.of("name", "x", "type", "0")).invalidOn("type");
    ada.post(channels, Map.of("name", "x", "topic", "x".repeat(1_025))).invalidOn("topic");
    ada.post(channels, Map.of("name", "x", "parent_id", "1")).invalidOn("parent_id");
    ada.post(channels, Map.of("name", "x", "parent_id", guild.general())).invalidOn("parent_id");
    ada.post(channels, Map.of("name", "x", "type", 4, "parent_id", parent)).invalidOn("parent_id");
    ada.post(channels, Map.of("name", "x", "type", 998)).invalidOn("url");
  }

  @Test
  @Attack("U-14")
  void a_link_leads_to_a_page_and_runs_nothing() {
    for (String url : List.of("javascript:alert(1)", "data:text/html,x", "//a.example", "x")) {
      ada.post(channels, Map.of("type", 998, "name", "x", "url", url)).invalidOn("url");
    }
  }

  @Test
  void overwrites_decide_who_sees_a_channel() {
    String bakers = guild.role("Bakers");
    guild.gives(keeper, bakers);
    String hidden =
        guild.channelWith(
            List.of(
                denied(guild.id(), Permission.VIEW_CHANNEL),
                allowed(bakers, Permission.VIEW_CHANNEL)));
    String path = TestGuild.channel(hidden, "");

    keeper.get(path).hasStatus(200);
    ada.get(path).hasStatus(200);
    bob.get(path).deniedWith(403, "MISSING_PERMISSIONS");
    assertThat(names(keeper.get(channels))).contains("new");
    assertThat(names(bob.get(channels))).doesNotContain("new").contains("general");
    guild.gives(bob, bakers);
    bob.get(path).hasStatus(200);
    ada.delete(guild.member(bob)).hasStatus(204);
    bob.get(path).deniedWith(403, "MISSING_PERMISSIONS");
    server.user("mallory").get(path).deniedWith(403, "MISSING_PERMISSIONS");
    ada.get(TestGuild.channel("1", "")).deniedWith(404, "UNKNOWN_CHANNEL");
    ada.get(TestGuild.channel("x", "")).invalidOn("channel_id");
  }

  @Test
  @Attack("B-11")
  void overwrites_give_and_take_only_what_their_maker_holds() {
    for (var overwrite :
        List.of(
            allowed(guild.id(), Permission.BAN_MEMBERS),
            denied(guild.id(), Permission.BAN_MEMBERS),
            denied(bob, Permission.ADMINISTRATOR))) {
      keeper
          .post(channels, Map.of("name", "x", "permission_overwrites", List.of(overwrite)))
          .deniedWith(403, "MISSING_PERMISSIONS");
    }
    var own = denied(bob, Permission.VIEW_CHANNEL);
    var made = keeper.post(channels, Map.of("name", "x", "permission_overwrites", List.of(own)));
    assertThat(made.hasStatus(200).json().path("permission_overwrites").size()).isEqualTo(1);
    bob.get(TestGuild.channel(made.text("id"), "")).deniedWith(403, "MISSING_PERMISSIONS");
    bob.post(channels, Map.of("name", "x")).deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  void overwrites_are_about_roles_and_members_of_this_guild() {
    var elsewhere = ada.founds("Elsewhere");
    var stranger = server.user("mallory");

    overwriting(allowed(elsewhere.role("Theirs"))).deniedWith(404, "UNKNOWN_ROLE");
    overwriting(allowed(elsewhere.id())).deniedWith(404, "UNKNOWN_ROLE");
    overwriting(denied(stranger)).deniedWith(404, "UNKNOWN_MEMBER");
    overwriting(Map.of("id", "x", "type", 0)).invalidOn("permission_overwrites.0.id");
    overwriting(Map.of("type", 0)).invalidOn("permission_overwrites.0.id");
    overwriting(Map.of("id", guild.id())).invalidOn("permission_overwrites.0.type");
    overwriting(Map.of("id", guild.id(), "type", 2)).invalidOn("permission_overwrites.0.type");
    overwriting(Map.of("id", guild.id(), "type", 0, "allow", "-1"))
        .invalidOn("permission_overwrites.0.allow");
    overwriting("x").invalidOn("permission_overwrites.0");
    ada.post(channels, Map.of("name", "x", "permission_overwrites", 1))
        .invalidOn("permission_overwrites");
    var twice = List.of(allowed(guild.id()), denied(guild.id()));
    ada.post(channels, Map.of("name", "x", "permission_overwrites", twice))
        .invalidOn("permission_overwrites");
  }

  private Answer overwriting(Object overwrite) {
    return ada.post(channels, Map.of("name", "x", "permission_overwrites", List.of(overwrite)));
  }

  @Test
  void a_guild_has_500_channels_and_a_category_50() {
    String parent = category("Full");
    fill(50, new ChannelId(Long.parseLong(parent)));
    ada.post(channels, Map.of("name", "x", "parent_id", parent))
        .deniedWith(400, "MAX_GUILD_CHANNELS");

    fill(500 - ada.get(channels).json().size(), null);

    ada.post(channels, Map.of("name", "x")).deniedWith(400, "MAX_GUILD_CHANNELS");
  }

  private void fill(int count, @Nullable ChannelId parent) {
    var edits = new ArrayList<GuildEdit>();
    var of = new GuildId(Long.parseLong(guild.id()));
    for (int i = 0; i < count; i++) {
      var id = new ChannelId((parent == null ? 1_000 : 10_000) + i);
      var place = new Channel.Place(i, parent);
      edits.add(new GuildEdit.AddChannel(Channel.plain(id, of, Channel.Type.TEXT, "c" + i, place)));
    }
    guild.write(server, edits);
  }
}
