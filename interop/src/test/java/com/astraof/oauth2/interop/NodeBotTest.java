package com.astraof.oauth2.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bots that are written with the usual library work unchanged. */
final class NodeBotTest {
  @Test
  void a_bot_in_node_reads_guilds_channels_and_messages() throws IOException, InterruptedException {
    try (var server = TestServer.withRateLimits()) {
      var ada = server.user("ada");
      var guild = ada.founds("Observatory");
      TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      guild.addsBot(server, app, Permission.SEND_MESSAGES);
      TestGuild.says(ada, guild.general(), "Clear skies");

      var api = "http://localhost:" + server.astral().port() + "/api";
      JsonNode saw = new JsonMapper().readTree(Node.runs("bot.js", api, app.botToken()));

      assertThat(saw.path("me").asString()).isEqualTo(app.id());
      assertThat(saw.path("guilds").get(0).asString()).isEqualTo("Observatory");
      assertThat(saw.path("said").asString()).isNotEmpty();
      assertThat(saw.path("messages").valueStream().map(JsonNode::asString))
          .containsExactly("Hello from Node", "Clear skies");
      assertThat(saw.path("refusal").path("status").asInt()).isEqualTo(404);
      assertThat(saw.path("refusal").path("code").asString()).isEqualTo("UNKNOWN_CHANNEL");
    }
  }
}
