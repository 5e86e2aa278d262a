package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The HTTP engine, Helidon, behind our own {@link Call} and {@link Reply}. One virtual thread for
 * each request.
 */
public final class HttpServer implements AutoCloseable {
  private static final int LARGEST_HEADERS = 32 * 1024;
  private static final int LONGEST_REQUEST_LINE = 16 * 1024;
  private static final int MOST_CONNECTIONS = 10_000;

  private final WebServer engine;

  private HttpServer(WebServer engine) {
    this.engine = engine;
  }

  /**
   * Starts listening.
   *
   * @throws PortTaken when another process listens there
   */
  public static HttpServer start(
      Listener listener, Routes routes, InstantSource clock, Entropy entropy) {
    var http1 =
        Http1Config.builder()
            .maxPrologueLength(LONGEST_REQUEST_LINE)
            .maxHeadersSize(LARGEST_HEADERS)
            // A query that cannot be read is told in the route's own words, not by an empty page.
            .validatePrologue(false)
            .build();
    var engine =
        WebServer.builder()
            .host(listener.host())
            .port(listener.port())
            .shutdownHook(false)
            // Each route has its own limit, below this one.
            .maxPayloadSize(Body.WITH_PICTURE)
            .maxTcpConnections(MOST_CONNECTIONS)
            .idleConnectionTimeout(Duration.ofSeconds(60))
            .shutdownGracePeriod(Duration.ofSeconds(2))
            .addProtocol(http1)
            .routing(
                routing ->
                    routing.any(
                        (request, response) -> {
                          String id = Base64Url.encode(entropy.bytes(9));
                          send(routes.answer(read(request, id, listener, clock)), id, response);
                        }))
            .build();
    engine.start();
    // The engine only logs when it cannot listen.
    if (!engine.isRunning()) {
      throw new PortTaken(listener);
    }
    return new HttpServer(engine);
  }

  public int port() {
    return engine.port();
  }

  /** Finishes what is under way, for a bounded time. */
  @Override
  public void close() {
    engine.stop();
  }

  private static Call read(
      ServerRequest request, String id, Listener listener, InstantSource clock) {
    var headers = new HashMap<String, List<String>>();
    request
        .headers()
        .forEach(header -> headers.put(header.name().toLowerCase(Locale.ROOT), header.allValues()));
    var target =
        new Call.Target(
            request.prologue().method().text(),
            request.prologue().uriPath().rawPath(),
            request.prologue().query().rawValue(),
            Map.of());
    return new Call(
        id,
        clock.instant(),
        client(request, headers, listener.proxies()),
        target,
        headers,
        body(request));
  }

  private static Body body(ServerRequest request) {
    return request.content().hasEntity()
        ? new Body(request.content().inputStream(), request.headers().contentLength().orElse(-1))
        : new Body(InputStream.nullInputStream(), 0);
  }

  private static String client(
      ServerRequest request, Map<String, List<String>> headers, TrustedProxies proxies) {
    return request.remotePeer().address() instanceof InetSocketAddress peer
        ? proxies
            .clientOf(peer.getAddress(), headers.getOrDefault("x-forwarded-for", List.of()))
            .getHostAddress()
        : "unknown";
  }

  private static void send(Reply reply, String id, ServerResponse response) {
    response.status(reply.status());
    response.header(HeaderNames.create("X-Request-Id"), id);
    for (Reply.Header header : reply.headers()) {
      response.headers().add(HeaderNames.create(header.name()), header.value());
    }
    if (reply.body().length == 0) {
      response.send();
    } else {
      response.send(reply.body());
    }
  }

  /**
   * Where to listen.
   *
   * @param port 0 for any free one
   * @param proxies whose word on the client's address counts
   */
  public record Listener(String host, int port, TrustedProxies proxies) {}

  /** Nothing could listen at the address. */
  public static final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTaken(Listener listener) {
      super("Nothing can listen on " + listener.host() + ":" + listener.port());
    }
  }
}
