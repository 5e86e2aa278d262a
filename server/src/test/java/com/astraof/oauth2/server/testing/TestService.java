package com.astraof.oauth2.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.connection.Provider;
import com.astraof.oauth2.server.connection.Provider.Client;
import com.astraof.oauth2.server.connection.Provider.ClientAuth;
import com.astraof.oauth2.server.connection.Provider.Endpoints;
import com.astraof.oauth2.server.connection.Provider.Profile;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JsonPointer;

/**
 * Another service, at which users have accounts. Answers as the test says, and notes what it is
 * asked.
 */
public final class TestService implements AutoCloseable {
  public static final String TOKEN = "outside-access-token";
  public static final String SECRET = "outside+secret/%";

  public static final Says GRANTED =
      new Says(200, "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"bearer\"}");

  /** What came to the token and the profile endpoint. */
  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  public volatile Says token = GRANTED;
  public volatile Says profile = named("1", "Vega");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  public TestService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/token", exchange -> answer(exchange, token));
    server.createContext("/profile", exchange -> answer(exchange, profile));
    server.start();
  }

  /** An answer; more of it never comes where it is endless. */
  public record Says(int status, String body, Map<String, String> headers, boolean endless) {
    public Says(int status, String body) {
      this(status, body, Map.of(), false);
    }
  }

  /** What came: the form, and the Authorization header or nothing. */
  public record Asked(String path, Parameters form, String authorization) {}

  /** A profile. */
  public static Says named(String id, String name) {
    return new Says(200, "{\"user\":{\"id\":\"%s\",\"names\":[\"%s\"]}}".formatted(id, name));
  }

  public Provider as(String type, String name, ClientAuth auth) {
    return new Provider(
        type,
        name,
        new Client("astral at " + type, new Secret(SECRET), auth),
        new Endpoints(at("/authorize?lang=en"), at("/token"), at("/profile")),
        "read:user",
        new Profile(JsonPointer.compile("/user/id"), JsonPointer.compile("/user/names/0")));
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange, Says says) throws IOException {
    try (exchange) {
      var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var authorization = exchange.getRequestHeaders().getFirst("Authorization");
      asked.add(
          new Asked(
              exchange.getRequestURI().getPath(),
              Parameters.parse(form),
              authorization == null ? "" : authorization));
      says.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = says.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(says.status(), says.endless() ? body.length + 1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
      if (says.endless()) {
        closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody answers any more. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
