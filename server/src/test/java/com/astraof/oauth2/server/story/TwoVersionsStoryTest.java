package com.astraof.oauth2.server.story;

import com.astraof.oauth2.server.config.ManagementSettings;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.testing.Belongings;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.storage.testing.TestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A newer version has migrated the database, while this one goes on. */
final class TwoVersionsStoryTest {
  @ParameterizedTest
  @EnumSource(TestEngine.class)
  void the_older_server_goes_on_and_starts_again(TestEngine engine) {
    try (var server =
        TestServer.with(
            settings ->
                settings
                    .with(engine.address(settings.data().folder()))
                    .with(ManagementSettings.on(0)))) {
      var ada = server.user("ada");
      var belongings = new Belongings(server, ada, server.app());

      engine.migrateAhead(server.folder());

      ada.foundsGuild("While it runs");
      server.management().get("/readyz").hasStatus(200);
      server.restart(() -> Settings.Keys.USUAL);
      server.management().get("/readyz").hasStatus(200);
      belongings.allLive();
      var guild = ada.founds("After it has started again");
      guild.joinedBy(server.user("bob"));
      server.app();
    }
  }
}
