package com.astraof.oauth2.server.trace;

import com.astraof.oauth2.core.delay.Delay;
import com.astraof.oauth2.server.http.Call;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Set;

/**
 * What spans are called and say: the words that OpenTelemetry has agreed on, of which none is one
 * that a stranger chose. So a request is its route's pattern; its path and query stay here, as do
 * addresses and whatever names a person.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">HTTP spans</a>
 */
final class Spans {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
  private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("astral.request_id");
  private static final AttributeKey<String> ENGINE = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private static final String NO_ROUTE = "-";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Tracer tracer;
  private final String scheme;
  private final String engine;

  /**
   * @param scheme by which the world reaches this server
   * @param engine of the database, by the name that the conventions have for it
   */
  Spans(Tracer tracer, String scheme, String engine) {
    this.tracer = tracer;
    this.scheme = scheme;
    this.engine = engine;
  }

  Span of(Call call, String route) {
    boolean isKnown = METHODS.contains(call.target().method());
    String method = isKnown ? call.target().method() : "HTTP";
    boolean hasRoute = !route.equals(NO_ROUTE);
    SpanBuilder span =
        tracer
            .spanBuilder(hasRoute ? method + " " + route : method)
            .setSpanKind(SpanKind.SERVER)
            .setParent(Upstream.of(call))
            .setAttribute(METHOD, isKnown ? method : "_OTHER")
            .setAttribute(SCHEME, scheme)
            .setAttribute(REQUEST, call.id());
    if (hasRoute) {
      span.setAttribute(ROUTE, route);
    }
    return span.startSpan();
  }

  /** A refusal is the caller's affair; only what failed here is an error. */
  static void answered(Span span, int status) {
    span.setAttribute(STATUS, (long) status);
    if (status >= 500) {
      span.setAttribute(ERROR, String.valueOf(status)).setStatus(StatusCode.ERROR);
    }
  }

  Span of(Delay delay, Context request) {
    return switch (delay) {
      case DATABASE_READ -> database("database read", request);
      case DATABASE_WRITE -> database("database write", request);
      case PASSWORD_HASH -> child("password hash", request).startSpan();
      case DOCUMENT_FETCH ->
          child("document fetch", request).setSpanKind(SpanKind.CLIENT).startSpan();
    };
  }

  /** By its type alone: a message may quote what is nobody else's. */
  static void failed(Span span, RuntimeException e) {
    span.setAttribute(ERROR, e.getClass().getName()).setStatus(StatusCode.ERROR);
  }

  private Span database(String name, Context request) {
    return child(name, request)
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute(ENGINE, engine)
        .startSpan();
  }

  private SpanBuilder child(String name, Context request) {
    return tracer.spanBuilder(name).setParent(request);
  }
}
