package com.astraof.oauth2.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Words what the engine refuses before a route is known, such as headers that are too long. */
final class EngineRefusals implements DirectHandler {
  private static final String HEADERS_TOO_LONG = "Header size exceeded";

  private final Routes routes;
  private final Supplier<String> ids;

  EngineRefusals(Routes routes, Supplier<String> ids) {
    this.routes = routes;
    this.ids = ids;
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    String id = ids.get();
    int code = HEADERS_TOO_LONG.equals(message) ? 431 : status.code();
    Reply reply = routes.unreadable(id, request.method(), request.path(), code);
    var response =
        TransportResponse.builder()
            .status(Status.create(code))
            .keepAlive(false)
            .header(HeaderNames.create("X-Request-Id"), id)
            .entity(reply.body());
    for (Reply.Header header : reply.headers()) {
      response.header(HeaderNames.create(header.name()), header.value());
    }
    return response.build();
  }
}
