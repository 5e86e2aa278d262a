package com.astraof.oauth2.server.testing;

import com.astraof.oauth2.core.account.PasswordHasher.Cost;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import com.astraof.oauth2.server.Astral;
import com.astraof.oauth2.server.Surroundings;
import com.astraof.oauth2.server.config.ManagementSettings;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.fetch.Internet;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.Network;
import com.astraof.oauth2.server.http.TrustedProxies;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.testing.TestEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;

/**
 * A real server on a free port, with a database and a folder of its own and a clock that stands
 * still. It believes what X-Forwarded-For says, so that a test can come from anywhere.
 */
public final class TestServer implements Reachable, AutoCloseable {
  /** Not where it listens: whatever the server says of itself must come from its configuration. */
  public static final String ISSUER = "https://astral.example";

  private static final TrustedProxies PROXIES =
      TrustedProxies.parse("127.0.0.0/8,::1").orElseThrow();

  private static final List<Network> LOOPBACK = Network.list("127.0.0.0/8").orElseThrow();

  /** A world outside in which no name means anything. */
  private static final Internet NOBODY =
      new Internet(host -> List.of(), (SSLSocketFactory) SSLSocketFactory.getDefault());

  private static final Cost CHEAP = new Cost(64, 1);
  private static final TestEngine ENGINE = TestEngine.configured();

  private final AtomicInteger names = new AtomicInteger();
  private final TestClock clock;
  private final Path folder;
  private final Surroundings surroundings;
  private Settings settings;
  private Astral astral;

  private TestServer(Path folder, Settings settings, TestClock clock, Surroundings surroundings) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.surroundings = surroundings;
    this.astral = Astral.start(settings, surroundings);
  }

  public static TestServer start() {
    return with(settings -> settings);
  }

  public static TestServer withPasswordsAt(Cost cost) {
    return start(ISSUER, 0, settings -> settings.with(Rates.OFF), cost, NOBODY);
  }

  public static TestServer withRateLimits() {
    return with(Rates.DEFAULT);
  }

  public static TestServer with(Settings.Keys keys) {
    return with(settings -> settings.with(keys));
  }

  public static TestServer with(Rates rates) {
    return with(settings -> settings.with(rates));
  }

  /** With other settings than usual; without rate limits, unless they are among them. */
  public static TestServer with(UnaryOperator<Settings> change) {
    return start(ISSUER, 0, change, CHEAP, NOBODY);
  }

  /** With the operator's own door, on any free port. */
  public static TestServer withManagement() {
    return with(settings -> settings.with(ManagementSettings.on(0)));
  }

  /** Another server in the world, where otherwise is none. */
  public static TestServer beside(Stranger stranger) {
    return start(ISSUER, 0, settings -> settings.with(LOOPBACK), CHEAP, stranger.internet());
  }

  /** The same with other settings than usual, which have to admit loopback where it is called. */
  public static TestServer beside(Stranger stranger, UnaryOperator<Settings> change) {
    return start(
        ISSUER, 0, settings -> change.apply(settings.with(LOOPBACK)), CHEAP, stranger.internet());
  }

  /** For browsers: the issuer is where it listens. */
  public static TestServer onLocalhost() {
    return onLocalhost(freePort(), settings -> settings);
  }

  /** The same with other settings than usual. */
  public static TestServer onLocalhost(int port, UnaryOperator<Settings> change) {
    return start("http://localhost:" + port, port, change, CHEAP, NOBODY);
  }

  /** For client libraries, which know no time but the real one; its test clock moves nothing. */
  public static TestServer onLocalhostInRealTime() {
    return onLocalhostInRealTime(settings -> settings);
  }

  /** The same with other settings than usual. */
  public static TestServer onLocalhostInRealTime(UnaryOperator<Settings> change) {
    int port = freePort();
    var real = new Surroundings(InstantSource.system(), new SystemEntropy(), CHEAP, NOBODY);
    return start("http://localhost:" + port, port, change, new TestClock(), real);
  }

  private static TestServer start(
      String issuer, int port, UnaryOperator<Settings> change, Cost cost, Internet internet) {
    var clock = new TestClock();
    var surroundings = new Surroundings(clock, new SystemEntropy(), cost, internet);
    return start(issuer, port, change, clock, surroundings);
  }

  private static TestServer start(
      String issuer,
      int port,
      UnaryOperator<Settings> change,
      TestClock clock,
      Surroundings surroundings) {
    try {
      Path folder = Files.createTempDirectory("astral-test");
      var settings =
          Settings.usual(issuer, new Listener("localhost", port, PROXIES), folder)
              .with(ENGINE.address(folder));
      return new TestServer(folder, change.apply(settings.with(Rates.OFF)), clock, surroundings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that asks only so often what other nodes have ended, if it does not hear it before. */
  public static TestServer withHeartbeat(Duration heartbeat, UnaryOperator<Settings> change) {
    var clock = new TestClock();
    var surroundings = new Surroundings(clock, new SystemEntropy(), CHEAP, NOBODY, heartbeat);
    return start(ISSUER, 0, change, clock, surroundings);
  }

  /** A node with a folder of its own, on the same database and with the same master key. */
  public static TestServer anotherNodeOf(TestServer first) {
    return anotherNodeOf(first, first.settings.data().database());
  }

  /** The same where that node reaches the database in a way of its own. */
  public static TestServer anotherNodeOf(TestServer first, DatabaseAddress database) {
    try {
      Path folder = Files.createTempDirectory("astral-test");
      var keys = KeyFolder.settings(new KeyFolder(first.folder).master());
      var settings =
          Settings.usual(first.issuer(), new Listener("localhost", 0, PROXIES), folder)
              .with(database)
              .with(keys)
              .with(first.settings.rates())
              .with(first.settings.registration());
      return new TestServer(folder, settings, first.clock, first.surroundings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This server's settings, with other keys. */
  public Settings settings(Settings.Keys keys) {
    return settings.with(keys);
  }

  public String issuer() {
    return settings.issuer();
  }

  public TestClock clock() {
    return clock;
  }

  /** The folder with the database and the master key. */
  public Path folder() {
    return folder;
  }

  public Astral astral() {
    return astral;
  }

  @Override
  public Wire wire() {
    return new Wire(URI.create("http://localhost:" + astral.port()));
  }

  /** The operator's own door, for a server that has one. */
  public Wire management() {
    int port = astral.managementPort().orElseThrow();
    return new Wire(URI.create("http://127.0.0.1:" + port));
  }

  /** Someone new, registered and signed in over the API. */
  public TestUser user(String name) {
    return TestUser.register(this, name, name + names.incrementAndGet() + "@example.org");
  }

  /** A confidential application of somebody new, with one redirect URI. */
  public TestApp app() {
    return user("owner").registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  }

  public TestApp publicApp(String redirectUri) {
    return user("owner").registersApp("Pocket Stargazer", "public", redirectUri);
  }

  /** Stops and starts again on the same folder; some time passes. */
  public void restart() {
    restart(() -> settings.keys());
  }

  /**
   * Stops and starts again with other keys.
   *
   * @param meanwhile what is done while no server runs
   */
  public void restart(Supplier<Settings.Keys> meanwhile) {
    astral.close();
    clock.advance(Duration.ofSeconds(1));
    settings = settings(meanwhile.get());
    astral = Astral.start(settings, surroundings);
  }

  /** Does what the API has no way for, or would take too long over. */
  <T> T store(Function<Storage, T> work) {
    try (var storage = otherStorage()) {
      return work.apply(storage);
    } finally {
      astral.lookAgain();
    }
  }

  /** The database once more, as another node has it. */
  Storage otherStorage() {
    return Storage.existing(settings.data().database());
  }

  /** All that is stored, as somebody would find it who stole it. */
  public String loot() {
    return ENGINE.loot(folder);
  }

  /** Changes its database behind its back. */
  public void change(String sql) {
    ENGINE.change(folder, sql);
    astral.lookAgain();
  }

  User stored(UserId user) {
    return store(storage -> storage.users().find(user).orElseThrow());
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public void close() {
    astral.close();
    ENGINE.forget(folder);
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
