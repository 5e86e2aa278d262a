package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.floor.Postgres.Database;
import com.astraof.oauth2.bench.workload.Authorizing;
import com.astraof.oauth2.bench.workload.Workload;
import com.astraof.oauth2.bench.workload.World;
import com.astraof.oauth2.bench.workload.World.Paths;
import com.astraof.oauth2.bench.workload.World.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keycloak, built for PostgreSQL and started optimized, as its guides recommend. */
public final class Keycloak implements Subject {
  private static final String REALM = "/realms/bench";
  private static final String OPENID = REALM + "/protocol/openid-connect";
  private static final Paths PATHS =
      new Paths(
          OPENID + "/auth",
          OPENID + "/token",
          OPENID + "/revoke",
          OPENID + "/token/introspect",
          OPENID + "/certs",
          OPENID + "/userinfo",
          "");

  @Override
  public String name() {
    return "Keycloak";
  }

  @Override
  public List<String> settings() {
    return List.of(
        "Keycloak 26.7.3, kc.sh build --db=postgres and start --optimized, heap of 1 GiB, one node"
            + " (--cache=local), on PostgreSQL",
        "RS256 (its default), refresh tokens revoked by their use, no ID token asked for");
  }

  @Override
  public Set<Workload> workloads() {
    return EnumSet.of(
        Workload.EXCHANGE,
        Workload.REFRESH,
        Workload.CLIENT_CREDENTIALS,
        Workload.INTROSPECTION,
        Workload.AUTHORIZE);
  }

  @Override
  public Running start(Ground ground) {
    int port = Ground.freePort();
    Path folder = ground.folder("keycloak");
    Path home = ground.peers().resolve("keycloak");
    Database database = ground.postgres().create("keycloak");
    var environment =
        Map.of(
            "JAVA_HOME", System.getProperty("java.home"),
            "JAVA_OPTS_KC_HEAP", "-Xms1g -Xmx1g",
            "KC_DB_URL", database.jdbc(),
            "KC_DB_USERNAME", database.user(),
            "KC_DB_PASSWORD", database.password());
    importRealm(home, folder, ground.people(), environment);
    var command =
        List.of(
            home.resolve("bin/kc.sh").toString(),
            "start",
            "--optimized",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=http://127.0.0.1:" + port);
    var program = Program.start(command, environment, folder.resolve("keycloak.log"), port);
    return program.ready(() -> people(port, ground.people()));
  }

  private static void importRealm(
      Path home, Path folder, int people, Map<String, String> environment) {
    try {
      Path realm = Files.writeString(folder.resolve("realm.json"), Realm.json(Setup.APP, people));
      var command =
          List.of(home.resolve("bin/kc.sh").toString(), "import", "--optimized", "--file=" + realm);
      Program.run(command, environment, folder.resolve("import.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static World people(int port, int count) {
    var nobody = new World(port, PATHS, Setup.APP, List.of());
    URI root = URI.create("http://127.0.0.1:" + port);
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) {
      people.add(signIn(root.resolve(PATHS.authorize() + "?" + Authorizing.query(nobody)), i));
    }
    return new World(port, PATHS, Setup.APP, people);
  }

  private static Person signIn(URI authorize, int number) {
    String name = "person" + number;
    try (var browser = new Browser()) {
      String page = browser.get(authorize).body();
      String action = Setup.found(page, "action=\"([^\"]*)\"").replace("&amp;", "&");
      Browser.onward(
          browser.form(URI.create(action), Map.of("username", name, "password", Realm.PASSWORD)));
      return new Person(name, Realm.PASSWORD, browser.cookies());
    }
  }
}
