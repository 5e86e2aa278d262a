package com.astraof.oauth2.server.http;

import io.helidon.common.socket.SocketWriterException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One request and its answer, between the engine and our {@link Call} and {@link Reply}. */
final class Exchange implements Handler {
  private final TrustedProxies proxies;
  private final Bounds bounds;
  private final Deadlines deadlines;
  private final Routes routes;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /** Of answers, and so no more than our code has. The engine takes long to make one. */
  private final Map<String, HeaderName> names = new ConcurrentHashMap<>();

  private volatile boolean draining;

  Exchange(
      TrustedProxies proxies,
      Bounds bounds,
      Deadlines deadlines,
      Routes routes,
      InstantSource clock,
      Supplier<String> ids) {
    this.proxies = proxies;
    this.bounds = bounds;
    this.deadlines = deadlines;
    this.routes = routes;
    this.clock = clock;
    this.ids = ids;
  }

  /** From now on each answer is the last on its connection. */
  void drain() {
    draining = true;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    if (!deadlines.end()) {
      throw new CloseConnectionException("The headers came too slowly");
    }
    boolean hasBody = request.content().hasEntity();
    var stream =
        new PatientStream(
            hasBody ? request.content().inputStream() : InputStream.nullInputStream(),
            deadlines,
            bounds.body());
    var body = new Body(stream, hasBody ? request.headers().contentLength().orElse(-1) : 0);
    Call call = read(request, body);
    Reply reply = routes.answer(call);
    boolean isLast =
        draining
            || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
            || !body.isBounded();
    if (isLast) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    send(reply, call.id(), response);
    stream.within(bounds.headers());
    if (!body.skipRest() || isLast) {
      // The engine would go on reading, and take what is left of the body for the next request.
      throw new CloseConnectionException("There is nothing after this answer");
    }
  }

  private HeaderName name(String text) {
    return names.computeIfAbsent(text, HeaderNames::create);
  }

  private Call read(ServerRequest request, Body body) {
    var headers = new HashMap<String, List<String>>();
    request
        .headers()
        .forEach(header -> headers.put(header.name().toLowerCase(Locale.ROOT), header.allValues()));
    if (headers.containsKey(Call.TRACE_PARENT) && !proxies.trust(request.remotePeer().address())) {
      headers.remove(Call.TRACE_PARENT);
    }
    var target =
        new Call.Target(
            request.prologue().method().text(),
            request.prologue().uriPath().rawPath(),
            request.prologue().query().rawValue(),
            Map.of());
    return new Call(ids.get(), clock.instant(), client(request, headers), target, headers, body);
  }

  private String client(ServerRequest request, Map<String, List<String>> headers) {
    return request.remotePeer().address() instanceof InetSocketAddress peer
        ? proxies
            .clientOf(peer.getAddress(), headers.getOrDefault("x-forwarded-for", List.of()))
            .getHostAddress()
        : "unknown";
  }

  private void send(Reply reply, String id, ServerResponse response) {
    response.status(reply.status());
    response.header(name("X-Request-Id"), id);
    for (Reply.Header header : reply.headers()) {
      response.headers().add(name(header.name()), header.value());
    }
    deadlines.begin(Deadlines.nanosFromNow(bounds.answer()));
    try {
      if (reply.body().length == 0) {
        response.send();
      } else {
        response.send(reply.body());
      }
    } catch (SocketWriterException | UncheckedIOException e) {
      throw new CloseConnectionException("The peer is gone", e);
    } finally {
      deadlines.end();
    }
  }
}
