package com.astraof.oauth2.server;

import com.astraof.oauth2.demoapp.DemoApp;
import com.astraof.oauth2.server.config.ManagementSettings;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.TrustedProxies;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * {@code astral rehearse}: starts the demo in a throw-away folder, asks it for a few pages and
 * stops. The launcher has the JVM record it, so that every later start finds its classes loaded and
 * linked (JEP 483, JEP 514).
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Runnable {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/login",
          "/register",
          "/settings/account",
          "/.well-known/jwks.json",
          "/api/v1/users/@me");

  @Override
  public void run() {
    try {
      Path folder = Files.createTempDirectory("astral-rehearsal");
      rehearse(folder);
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new CannotStart("The rehearsal failed: " + e, e);
    }
  }

  private static void rehearse(Path folder) throws IOException {
    var world = Surroundings.real();
    var connections = new DemoConnections("http://localhost", 1, world.entropy().newSecret());
    var settings =
        Settings.usual(
                connections.issuer(), new Listener("localhost", 0, TrustedProxies.NONE), folder)
            .with(connections.providers())
            .with(ManagementSettings.on(0));
    try (var server = Astral.start(settings, world)) {
      var demo = DemoWorld.in(server.core(), folder, DemoApp.redirectUri(1), world.clock());
      var registration =
          new DemoApp.Registration(
              URI.create(settings.issuer()), demo.clientId(), demo.clientSecret().expose());
      try (var app = DemoApp.start(0, registration, connections.service())) {
        visit(app.address());
        for (String page : PAGES) {
          visit(URI.create("http://localhost:" + server.port() + page));
        }
        int door = server.managementPort().orElseThrow();
        visit(URI.create("http://127.0.0.1:" + door + "/readyz"));
      }
    }
  }

  private static void visit(URI address) throws IOException {
    if (address.toURL().openConnection() instanceof HttpURLConnection connection) {
      connection.getResponseCode();
      connection.disconnect();
    }
  }
}
