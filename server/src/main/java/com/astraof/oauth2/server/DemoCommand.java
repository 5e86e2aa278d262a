package com.astraof.oauth2.server;

import com.astraof.oauth2.demoapp.DemoApp;
import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.TrustedProxies;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral demo}: a server with people, guilds and an app in it, and that app beside it. */
@Command(
    name = "demo",
    description = "Runs a server with demo data and a demo third-party app, to try it all out.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the demo keeps its data. Default: ${DEFAULT-VALUE}")
  private Path data = Path.of("data", "demo");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The server's port. Default: ${DEFAULT-VALUE}")
  private int port = 8080;

  @Option(
      names = "--app-port",
      paramLabel = "PORT",
      description = "The demo app's port. Default: ${DEFAULT-VALUE}")
  private int appPort = 8081;

  @Spec private CommandSpec specification;

  DemoCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    String issuer = "http://localhost:" + port;
    var world = Surroundings.real();
    var connections = new DemoConnections(issuer, appPort, world.entropy().newSecret());
    var settings =
        Settings.usual(issuer, new Listener("localhost", port, TrustedProxies.NONE), data)
            .with(connections.providers())
            .with(new MailSettings.Shown());
    var lifetime = Lifetime.begin();
    var server = Astral.start(settings, world);
    DemoWorld demo = DemoWorld.in(server.core(), data, DemoApp.redirectUri(appPort), world.clock());
    DemoApp app = startApp(URI.create(issuer), demo, connections, server);
    print(new DemoGuide(settings.issuer(), app.address(), app.redirectUri(), demo));
    lifetime.untilStopped(app, server);
  }

  private DemoApp startApp(URI issuer, DemoWorld demo, DemoConnections connections, Astral server) {
    var registration =
        new DemoApp.Registration(issuer, demo.clientId(), demo.clientSecret().expose());
    try {
      return DemoApp.start(appPort, registration, connections.service());
    } catch (IOException e) {
      server.close();
      throw new CannotStart(
          "Nothing can listen on localhost:"
              + appPort
              + ": the port is taken. Choose another with --app-port.",
          e);
    }
  }

  private void print(DemoGuide guide) {
    PrintWriter out = specification.commandLine().getOut();
    out.print(guide.text());
    out.flush();
  }
}
