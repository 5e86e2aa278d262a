package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.workload.Authorizing;
import com.astraof.oauth2.bench.workload.Workload;
import com.astraof.oauth2.bench.workload.World;
import com.astraof.oauth2.bench.workload.World.App;
import com.astraof.oauth2.bench.workload.World.Paths;
import com.astraof.oauth2.bench.workload.World.Person;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program of {@code bench/peers/node}: in memory, so that no disk slows it down. */
public final class NodeOidcProvider implements Subject {
  private static final Paths PATHS =
      new Paths("/auth", "/token", "/token/revocation", "/token/introspection", "/jwks", "/me", "");

  @Override
  public String name() {
    return "node-oidc-provider";
  }

  @Override
  public List<String> settings() {
    return List.of(
        "oidc-provider 9.13.3, one process, NODE_ENV=production",
        "Everything in memory, opaque access tokens (its default), rotating refresh tokens");
  }

  @Override
  public Set<Workload> workloads() {
    return EnumSet.of(
        Workload.EXCHANGE,
        Workload.REFRESH,
        Workload.CLIENT_CREDENTIALS,
        Workload.INTROSPECTION,
        Workload.REVOCATION,
        Workload.AUTHORIZE);
  }

  @Override
  public Running start(Ground ground) {
    int port = Ground.freePort();
    Path folder = ground.folder("node");
    App app = Setup.APP;
    var command =
        List.of(
            "node",
            ground.peers().resolve("node/server.js").toString(),
            String.valueOf(port),
            app.id(),
            app.secret(),
            app.redirectUri(),
            app.scope());
    var environment = Map.of("NODE_ENV", "production");
    var program = Program.start(command, environment, folder.resolve("node.log"), port);
    return program.ready(() -> people(port, app, ground.people()));
  }

  private static World people(int port, App app, int count) {
    var world = new World(port, PATHS, app, List.of());
    URI root = URI.create("http://127.0.0.1:" + port);
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) {
      people.add(signIn(root, world, i));
    }
    return new World(port, PATHS, app, people);
  }

  private static Person signIn(URI root, World world, int number) {
    String ask = PATHS.authorize() + "?" + Authorizing.query(world) + "&login_hint=person" + number;
    try (var browser = new Browser()) {
      URI interaction = Browser.onward(browser.get(root.resolve(ask)));
      URI resume = Browser.onward(browser.get(interaction));
      Browser.onward(browser.get(resume));
      return new Person("person" + number, "", browser.cookies());
    }
  }
}
