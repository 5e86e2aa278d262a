package com.astraof.oauth2.demoapp;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Corkboard: a third party's app on this machine, with which a newcomer can watch signing in with
 * Astral from end to end.
 *
 * <p>Listens on the loopback interface alone, keeps sessions and tokens in memory, and forgets them
 * when closed.
 */
public final class DemoApp implements AutoCloseable {
  /** What the app calls itself on its pages; a fitting name to register it under. */
  public static final String NAME = "Corkboard";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Wire wire;

  /** What the developer of this app got when registering it. */
  public record Registration(URI issuer, String clientId, String clientSecret) {
    public Registration {
      requireNonNull(issuer);
      requireNonNull(clientId);
      requireNonNull(clientSecret);
    }

    @Override
    public String toString() {
      return "Registration[issuer=" + issuer + ", clientId=" + clientId + ", clientSecret=…]";
    }
  }

  private DemoApp(HttpServer server, ExecutorService threads, Wire wire) {
    this.server = server;
    this.threads = threads;
    this.wire = wire;
  }

  /**
   * Starts on the given port, or on any free one if it is 0. Astral itself is first asked when
   * somebody signs in.
   *
   * @param constellation another service, which lives at the same address
   */
  public static DemoApp start(int port, Registration registration, Constellation constellation)
      throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    var app = new DemoApp(server, Executors.newVirtualThreadPerTaskExecutor(), new Wire());
    server.setExecutor(app.threads);
    server.createContext("/", app.router(registration, constellation));
    server.start();
    return app;
  }

  private Router router(Registration registration, Constellation constellation) {
    var sessions = new Sessions(new SecureRandom());
    var astral = new Astral(registration, redirectUri(), wire, InstantSource.system());
    var api = new AstralApi(registration.issuer(), wire);
    var signIn = new SignIn(sessions, astral);
    var board = new Board(sessions, astral, api);
    var routes = new HashMap<>(constellation.routes());
    routes.putAll(
        Map.of(
            "/", Map.of("GET", board::show),
            "/signin", Map.of("GET", signIn::begin),
            "/callback", Map.of("GET", signIn::finish),
            "/check", Map.of("POST", board::check),
            "/refresh", Map.of("POST", board::refresh),
            "/disconnect", Map.of("POST", board::disconnect),
            "/style.css", Map.of("GET", Assets::style),
            "/icon.svg", Map.of("GET", Assets::icon)));
    return new Router(routes);
  }

  /** Where a browser finds the app. */
  public URI address() {
    return address(server.getAddress().getPort());
  }

  /** The redirect URI that the app sends, to be registered exactly so. */
  public URI redirectUri() {
    return redirectUri(server.getAddress().getPort());
  }

  /** The redirect URI of an app on that port: what to register before the app is started. */
  public static URI redirectUri(int port) {
    return address(port).resolve("/callback");
  }

  static URI address(int port) {
    return URI.create("http://localhost:" + port);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    wire.close();
  }
}
