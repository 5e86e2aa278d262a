package com.astraof.oauth2.interop;

import com.astraof.oauth2.server.config.HostList;
import com.astraof.oauth2.server.config.RegistrationSettings;
import com.astraof.oauth2.server.config.RegistrationSettings.Mode;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Apps in Node.js. Each program checks what it gets, and fails when something is amiss. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NodeLibrariesTest {
  private static final RegistrationSettings OPEN =
      new RegistrationSettings(Mode.OPEN, 20, Duration.ofDays(1), false, HostList.ANY);

  private final TestServer server =
      TestServer.onLocalhostInRealTime(settings -> settings.with(OPEN));
  private final TestUser owner = server.user("owner");
  private final AdasDoor ada = new AdasDoor(new Ada(server));

  NodeLibrariesTest() throws IOException {}

  @AfterAll
  void close() {
    ada.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arctic",
        "badgateway-oauth2-client",
        "grant",
        "oauth4webapi",
        "openid-client",
        "passport-oauth2",
        "simple-oauth2"
      })
  void apps_with_this_library_work_unchanged(String library) throws Exception {
    var website = "http://localhost:" + TestServer.freePort() + "/connect/astral/callback";
    var app = owner.registersApp("Stargazer", "confidential", website);
    var pocket = owner.registersApp("Pocket Stargazer", "public", "http://127.0.0.1/callback");
    var key = SigningKey.generate();
    var signing = owner.registersApp("Signing Stargazer", "confidential", website);
    SigningKey.register(owner, signing, key);
    var world =
        Map.of(
            "issuer",
            server.issuer(),
            "ada",
            ada.address(),
            "app",
            Map.of("id", app.id(), "secret", app.secret(), "redirectUri", website),
            "signing",
            Map.of("id", signing.id(), "key", key.toJSONObject(), "redirectUri", website),
            "pocket",
            Map.of("id", pocket.id(), "redirectUri", pocket.redirectUri()));

    String _ = Node.runs(library + ".js", new JsonMapper().writeValueAsString(world));
  }
}
