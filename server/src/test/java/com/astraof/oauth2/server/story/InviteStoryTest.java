package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.TestGuild.denied;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.Invite;
import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invites: whoever knows the code comes in, as often and as long as it says. */
final class InviteStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestGuild guild = ada.founds("Club");
  private final TestUser bob = server.user("bob");
  private final String invites = TestGuild.channel(guild.general(), "/invites");

  @AfterEach
  void stop() {
    server.close();
  }

  private static Answer follows(TestUser user, String code) {
    return user.post("/api/v1/invites/" + code, Map.of());
  }

  @Test
  void whoever_follows_an_invite_is_a_member() {
    var made = ada.post(invites, Map.of()).hasStatus(200);

    var followed = follows(bob, made.text("code")).hasStatus(200);

    assertThat(made.text("code")).matches("[0-9A-Za-z]{10}");
    assertThat(made.text("max_uses")).isEqualTo("0");
    assertThat(made.text("max_age")).isEqualTo("0");
    assertThat(made.json().path("expires_at").isNull()).isTrue();
    assertThat(followed.json().path("guild").path("id").asString()).isEqualTo(guild.id());
    var member = bob.get(guild.path("/members/@me")).hasStatus(200);
    assertThat(member.text("source_invite_code")).isEqualTo(made.text("code"));
    assertThat(member.text("inviter_id")).isEqualTo(ada.id());
    follows(bob, made.text("code")).hasStatus(200);
  }

  @Test
  void its_terms_are_checked_and_kept() {
    ada.post(invites, Map.of("max_uses", 101)).invalidOn("max_uses");
    ada.post(invites, Map.of("max_uses", -1)).invalidOn("max_uses");
    ada.post(invites, Map.of("max_age", 604_801)).invalidOn("max_age");
    ada.post(invites, Map.of("max_age", "1")).invalidOn("max_age");
    String code = guild.invite(Map.of("max_age", 60));
    String once = guild.invite(Map.of("max_uses", 1));

    follows(bob, once).hasStatus(200);
    follows(server.user("eve"), once).deniedWith(404, "UNKNOWN_INVITE");
    server.clock().advance(Duration.ofSeconds(60));

    follows(server.user("zoe"), code).deniedWith(404, "UNKNOWN_INVITE");
    follows(bob, "nonsense").deniedWith(404, "UNKNOWN_INVITE");
    follows(bob, "%00'--").deniedWith(404, "UNKNOWN_INVITE");
  }

  @Test
  void of_64_at_once_one_comes_in_by_an_invite_for_one() {
    String code = guild.invite(Map.of("max_uses", 1));
    var people =
        new ConcurrentLinkedQueue<>(
            IntStream.range(0, 64).mapToObj(i -> server.user("user" + i)).toList());

    var statuses = Together.times(64, () -> follows(people.remove(), code).status());

    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses.stream().filter(status -> status == 404)).hasSize(63);
    assertThat(ada.get(guild.path("/members?limit=9")).json().size()).isEqualTo(2);
  }

  @Test
  void a_member_uses_nothing_up() {
    guild.joinedBy(bob);
    String once = guild.invite(Map.of("max_uses", 1));

    follows(bob, once).hasStatus(200);
    follows(ada, once).hasStatus(200);

    follows(server.user("eve"), once).hasStatus(200);
  }

  @Test
  void who_is_banned_or_in_too_many_guilds_stays_out() {
    String code = guild.invite();
    ada.put(guild.path("/bans/" + bob.id()), Map.of()).hasStatus(204);
    follows(bob, code).deniedWith(403, "USER_BANNED_FROM_GUILD");

    var eve = server.user("eve");
    for (int i = 0; i < 100; i++) {
      eve.foundsGuild("Guild " + i);
    }
    follows(eve, code).deniedWith(400, "MAX_GUILDS");
  }

  @Test
  void invites_are_made_by_who_may_where_they_may() {
    guild.joinedBy(bob);
    String closed = guild.channelWith(List.of(denied(bob, Permission.CREATE_INSTANT_INVITE)));
    String hidden = guild.channelWith(List.of(denied(bob, Permission.VIEW_CHANNEL)));

    bob.post(invites, Map.of()).hasStatus(200);
    bob.post(TestGuild.channel(closed, "/invites"), Map.of())
        .deniedWith(403, "MISSING_PERMISSIONS");
    bob.post(TestGuild.channel(hidden, "/invites"), Map.of())
        .deniedWith(403, "MISSING_PERMISSIONS");
    bob.post(TestGuild.channel("1", "/invites"), Map.of()).deniedWith(404, "UNKNOWN_CHANNEL");
    server.user("eve").post(invites, Map.of()).deniedWith(403, "MISSING_PERMISSIONS");
  }

  @Test
  @Attack("B-01")
  @Attack("U-20")
  void no_bot_lets_itself_in_by_an_invite() {
    var bot = server.app().bot();

    follows(bot, guild.invite()).deniedWith(403, "ACCESS_DENIED");
  }

  @Test
  void a_guild_has_a_thousand_invites_at_most() {
    var edits = new ArrayList<GuildEdit>();
    var channel = new ChannelId(Long.parseLong(guild.general()));
    var terms = new Invite.Terms(0, Duration.ZERO, false);
    for (int i = 0; i < 1_000; i++) {
      var by = new UserId(Long.parseLong(ada.id()));
      var invite = new Invite("code" + i, channel, by, terms, server.clock().instant(), 0);
      edits.add(new GuildEdit.AddInvite(invite));
    }
    guild.write(server, edits);

    ada.post(invites, Map.of()).deniedWith(400, "MAX_INVITES");
  }
}
