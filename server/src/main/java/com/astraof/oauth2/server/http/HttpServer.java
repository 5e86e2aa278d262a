package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.server.tls.TlsFiles;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP engine, Helidon, behind our own {@link Call} and {@link Reply}. One virtual thread for
 * each request.
 */
public final class HttpServer implements AutoCloseable {
  private static final int LARGEST_HEADERS = 32 * 1024;
  private static final int LONGEST_REQUEST_LINE = 16 * 1024;

  private final WebServer engine;
  private final Watch watch;
  private final Exchange exchange;

  private HttpServer(WebServer engine, Watch watch, Exchange exchange) {
    this.engine = engine;
    this.watch = watch;
    this.exchange = exchange;
  }

  /**
   * Starts listening.
   *
   * @throws PortTaken when another process listens there
   */
  public static HttpServer start(
      Listener listener, Routes routes, InstantSource clock, Entropy entropy) {
    return start(listener, Bounds.USUAL, routes, clock, entropy);
  }

  /** Likewise, with other bounds than usual. */
  public static HttpServer start(
      Listener listener, Bounds bounds, Routes routes, InstantSource clock, Entropy entropy) {
    Supplier<String> ids = () -> Base64Url.encode(entropy.bytes(9));
    var deadlines = new Deadlines(bounds.headers());
    var exchange = new Exchange(listener.proxies(), bounds, deadlines, routes, clock, ids);
    var certificate = Optional.ofNullable(listener.tls()).map(Certificate::new);
    var configuration =
        WebServer.builder()
            .host(listener.host())
            .port(listener.port())
            .shutdownHook(false)
            // Each route has its own limit, below this one.
            .maxPayloadSize(4L * Body.WITH_PICTURE)
            .maxTcpConnections(bounds.connections())
            .idleConnectionTimeout(bounds.idle())
            .idleConnectionPeriod(bounds.idle().dividedBy(4))
            .shutdownGracePeriod(bounds.drain())
            .errorHandling(ErrorHandling.builder().includeEntity(true).build())
            .directHandlers(refusals(new EngineRefusals(routes, ids)))
            // With a second one the engine would wait for ever to see which of them a peer speaks.
            .protocolsDiscoverServices(false)
            .addProtocol(protocol(deadlines))
            .routing(routing -> routing.any(exchange));
    certificate.ifPresent(one -> configuration.tls(one.current()));
    WebServer engine = configuration.build();
    engine.start();
    // The engine only logs when it cannot listen.
    if (!engine.isRunning()) {
      throw new PortTaken(listener);
    }
    return new HttpServer(engine, Watch.over(deadlines, certificate, engine), exchange);
  }

  private static Http1Config protocol(Deadlines deadlines) {
    return Http1Config.builder()
        .maxPrologueLength(LONGEST_REQUEST_LINE)
        .maxHeadersSize(LARGEST_HEADERS)
        // A query that cannot be read is told in the route's own words.
        .validatePrologue(false)
        .addReceiveListener(deadlines)
        .build();
  }

  private static DirectHandlers refusals(DirectHandler handler) {
    var handlers = DirectHandlers.builder();
    for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
      handlers.addHandler(event, handler);
    }
    return handlers.build();
  }

  public int port() {
    return engine.port();
  }

  /** From now on each answer is the last on its connection, so that the peer looks elsewhere. */
  public void drain() {
    exchange.drain();
  }

  /** Takes nothing new, and finishes what is under way, for a bounded time. */
  @Override
  public void close() {
    drain();
    engine.stop();
    watch.close();
  }

  /**
   * Where to listen.
   *
   * @param port 0 for any free one
   * @param proxies whose word on the client's address counts
   * @param tls null where TLS is left to a proxy
   */
  public record Listener(String host, int port, TrustedProxies proxies, @Nullable TlsFiles tls) {
    /** Without TLS. */
    public Listener(String host, int port, TrustedProxies proxies) {
      this(host, port, proxies, null);
    }
  }

  /** Nothing could listen at the address. */
  public static final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTaken(Listener listener) {
      super("Nothing can listen on " + listener.host() + ":" + listener.port());
    }
  }
}
