package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.floor.Postgres.Database;
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

/** Spring Authorization Server, a program of {@code bench/peers/spring}. */
public final class SpringServer implements Subject {
  private static final Paths PATHS =
      new Paths(
          "/oauth2/authorize",
          "/oauth2/token",
          "/oauth2/revoke",
          "/oauth2/introspect",
          "/oauth2/jwks",
          "/userinfo",
          "");

  @Override
  public String name() {
    return "Spring";
  }

  @Override
  public List<String> settings() {
    return List.of(
        "Spring Authorization Server as of Spring Boot 4.1.2, heap of 1 GiB, on PostgreSQL by JDBC",
        "RS256 (its default), rotating refresh tokens, browsers' sessions in memory, the client's"
            + " secret compared in the clear, indexes on the tokens added to its schema");
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
    Path folder = ground.folder("spring");
    Database database = ground.postgres().create("spring");
    App app = Setup.APP;
    var command =
        Program.java(
            "-jar",
            ground.peers().resolve("spring/peer.jar").toString(),
            "--server.port=" + port,
            "--spring.datasource.url=" + database.jdbc(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--peer.client=" + app.id(),
            "--peer.secret=" + app.secret(),
            "--peer.redirect-uri=" + app.redirectUri(),
            "--peer.scope=" + app.scope(),
            "--peer.people=" + ground.people());
    var program = Program.start(command, Map.of(), folder.resolve("spring.log"), port);
    return program.ready(() -> people(port, app, ground.people()));
  }

  private static World people(int port, App app, int count) {
    URI login = URI.create("http://127.0.0.1:" + port + "/login");
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) {
      people.add(signIn(login, "person" + i));
    }
    return new World(port, PATHS, app, people);
  }

  private static Person signIn(URI login, String name) {
    try (var browser = new Browser()) {
      String page = browser.get(login).body();
      String token = Setup.found(page, "name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
      var fields = Map.of("username", name, "password", "password", "_csrf", token);
      Browser.onward(browser.form(login, fields));
      return new Person(name, "password", browser.cookies());
    }
  }
}
