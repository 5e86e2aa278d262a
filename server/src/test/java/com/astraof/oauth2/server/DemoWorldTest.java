package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody finds in the demo who signs in as one of its people. */
final class DemoWorldTest {
  private static final URI REDIRECT_URI = URI.create("http://localhost:1/callback");

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private DemoWorld world() {
    return DemoWorld.in(server.astral().core(), server.folder(), REDIRECT_URI, server.clock());
  }

  private Map<String, String> signedIn(DemoWorld.Person person) {
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), person.password());
    var answer = server.wire().json("/api/v1/auth/login", body, Map.of()).hasStatus(200);
    return Map.of("Authorization", answer.text("token"));
  }

  private static String idOf(Answer list, String name) {
    return list.hasStatus(200)
        .json()
        .valueStream()
        .filter(one -> one.path("name").asString().equals(name))
        .map(one -> one.path("id").asString())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + name + " in " + list));
  }

  @Test
  void grace_reads_what_she_is_shown_and_not_what_is_hidden_from_her() {
    world();
    var grace = signedIn(DemoWorld.GRACE);

    var guilds = server.wire().get("/api/v1/users/@me/guilds", grace);
    String watchers = "/api/v1/guilds/" + idOf(guilds, "Night Sky Watchers");
    var channels = server.wire().get(watchers + "/channels", grace);
    String tonight = TestGuild.channel(idOf(channels, "tonight"), "/messages");

    assertThat(channels.body()).doesNotContain("birthday");
    assertThat(server.wire().get(tonight, grace).hasStatus(200).json().size()).isEqualTo(2);
    var ada = signedIn(DemoWorld.ADA);
    assertThat(server.wire().get(watchers + "/channels", ada).body()).contains("birthday");
  }

  @Test
  void ada_has_an_account_elsewhere() {
    world();

    var connections = server.wire().get("/api/v1/users/@me/connections", signedIn(DemoWorld.ADA));
    assertThat(connections.hasStatus(200).json().path(0).path("name").asString()).isEqualTo("Vega");
  }

  @Test
  void the_second_start_finds_what_the_first_made() {
    var first = world();

    assertThat(world().clientId()).isEqualTo(first.clientId());
  }
}
