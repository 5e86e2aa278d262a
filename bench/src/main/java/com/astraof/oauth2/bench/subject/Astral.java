package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.workload.Workload;
import com.astraof.oauth2.bench.workload.World;
import com.astraof.oauth2.bench.workload.World.App;
import com.astraof.oauth2.bench.workload.World.Paths;
import com.astraof.oauth2.bench.workload.World.Person;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own server, on one engine or the other. */
public final class Astral implements Subject {
  private static final String API = "/api/v1";
  private static final String PASSWORD = "correct horse battery";
  private static final String REDIRECT_URI = "https://app.example/callback";
  private static final String SCOPE = "identify";

  /** They count as always, but never refuse. */
  private static final String LIMITS =
      Stream.of("global", "authorize", "client", "register", "login", "me", "application-create")
          .map(name -> name + "=9999999/1s")
          .collect(Collectors.joining(","));

  private final Engine engine;

  public Astral(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return engine == Engine.POSTGRES ? "Astral" : "Astral on SQLite";
  }

  @Override
  public List<String> settings() {
    return List.of(
        "This checkout, as the launcher starts it, heap of 1 GiB, on "
            + (engine == Engine.POSTGRES ? "PostgreSQL" : "its embedded SQLite"),
        "All defaults: ES256, request log into a file, metrics, audit log, rate limits that count"
            + " and are set too high to refuse");
  }

  @Override
  public Set<Workload> workloads() {
    return EnumSet.complementOf(EnumSet.of(Workload.PLAIN));
  }

  @Override
  public Running start(Ground ground) {
    int port = Ground.freePort();
    Path folder = ground.folder("astral");
    var command =
        Program.java(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseCompactObjectHeaders",
            "-cp",
            System.getProperty("java.class.path"),
            "com.astraof.oauth2.server.Main",
            "serve",
            "--issuer=http://127.0.0.1:" + port,
            "--port=" + port,
            "--management-port=" + Ground.freePort(),
            "--data=" + folder.resolve("data"),
            "--limits=" + LIMITS);
    var program = Program.start(command, database(ground), folder.resolve("astral.log"), port);
    return program.ready(() -> people(port, ground.people()));
  }

  private Map<String, String> database(Ground ground) {
    return switch (engine) {
      case SQLITE -> Map.of();
      case POSTGRES -> {
        var database = ground.postgres().create("astral");
        yield Map.of("ASTRAL_DATABASE_URL", database.url());
      }
    };
  }

  private static World people(int port, int count) {
    try (var browser = new Browser()) {
      return people(browser, port, count);
    }
  }

  private static World people(Browser browser, int port, int count) {
    URI root = URI.create("http://127.0.0.1:" + port);
    var sessions = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      sessions.add(register(browser, root, i));
    }
    App app = app(browser, root, sessions.getFirst());
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) {
      approve(browser, root, sessions.get(i), app);
      people.add(new Person(email(i), PASSWORD, "astral_session=" + sessions.get(i)));
    }
    return new World(port, paths(), app, people);
  }

  private static Paths paths() {
    return new Paths(
        "/oauth2/authorize",
        API + "/oauth2/token",
        API + "/oauth2/token/revoke",
        API + "/oauth2/introspect",
        "/.well-known/jwks.json",
        API + "/users/@me",
        API + "/auth/login");
  }

  private static String email(int person) {
    return "person" + person + "@example.org";
  }

  private static String register(Browser browser, URI root, int person) {
    String json =
        """
        {"email":"%s","username":"person%d","global_name":"Person","password":"%s",\
        "date_of_birth":"1990-01-01","consent":true}"""
            .formatted(email(person), person, PASSWORD);
    return Setup.text(post(browser, root, "/auth/register", "", json), "token");
  }

  private static App app(Browser browser, URI root, String owner) {
    String json =
        """
        {"name":"Stargazer","client_type":"confidential","redirect_uris":["%s"]}"""
            .formatted(REDIRECT_URI);
    String made = post(browser, root, "/oauth2/applications", owner, json);
    return new App(Setup.text(made, "id"), Setup.text(made, "client_secret"), REDIRECT_URI, SCOPE);
  }

  private static void approve(Browser browser, URI root, String session, App app) {
    String json =
        """
        {"client_id":"%s","redirect_uri":"%s","response_type":"code","scope":"%s"}"""
            .formatted(app.id(), REDIRECT_URI, SCOPE);
    post(browser, root, "/oauth2/authorize/consent", session, json);
  }

  private static String post(Browser browser, URI root, String path, String session, String json) {
    HttpResponse<String> answer = browser.json(root.resolve(API + path), session, json);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  /** Where it keeps its data. */
  public enum Engine {
    SQLITE,
    POSTGRES
  }
}
