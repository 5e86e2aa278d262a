package com.astraof.oauth2.server.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.config.TraceSettings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Takes traces as a collector does, by OTLP over HTTP, and keeps what came. */
public final class TestCollector implements AutoCloseable {
  private static final String REQUEST = "astral.request_id";

  private final HttpServer server;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<Span> coming = new LinkedBlockingQueue<>();
  private final List<Span> spans = new ArrayList<>();

  /** What it answers. */
  public volatile int status = 200;

  private TestCollector(HttpServer server) {
    this.server = server;
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  public static TestCollector start() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new TestCollector(HttpServer.create(loopback, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of a server that sends everything here. */
  public TraceSettings traces() {
    return traces(1);
  }

  public TraceSettings traces(double share) {
    int port = server.getAddress().getPort();
    return new TraceSettings.To(URI.create("http://localhost:" + port + "/v1/traces"), share);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int answer = status;
      if (answer == 200) {
        bodies.add(new String(body, ISO_8859_1));
        for (var resource : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
          resource.getScopeSpansList().forEach(scope -> coming.addAll(scope.getSpansList()));
        }
      }
      exchange.sendResponseHeaders(answer, -1);
      answers.add(answer);
    }
  }

  /** Waits until it has answered so once more. */
  public void awaitAnswer(int expected) throws InterruptedException {
    assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
  }

  /** All that came until now, as it stands on the wire. */
  public String bytes() {
    return String.join("\n", bodies);
  }

  /** The trace of an answered request, once it has come. */
  public Trace of(Answer answer) {
    String request = answer.header("X-Request-Id").orElseThrow();
    while (true) {
      coming.drainTo(spans);
      for (Span span : spans) {
        if (request.equals(said(span).get(REQUEST))) {
          return new Trace(span, below(span));
        }
      }
      awaitMore();
    }
  }

  private void awaitMore() {
    try {
      Span next = coming.poll(10, TimeUnit.SECONDS);
      assertThat(next).as("a span that is to come").isNotNull();
      spans.add(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** They end before their parent, and so came before it. */
  private List<Span> below(Span parent) {
    return spans.stream()
        .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
        .toList();
  }

  /** The attributes of a span, as text. */
  public static Map<String, String> said(Span span) {
    return span.getAttributesList().stream()
        .collect(Collectors.toMap(KeyValue::getKey, TestCollector::text));
  }

  private static String text(KeyValue attribute) {
    var value = attribute.getValue();
    return value.hasStringValue() ? value.getStringValue() : String.valueOf(value.getIntValue());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** One request. */
  public record Trace(Span request, List<Span> below) {
    public String id() {
      return HexFormat.of().formatHex(request.getTraceId().toByteArray());
    }

    /** Empty where it is the first. */
    public String parent() {
      return HexFormat.of().formatHex(request.getParentSpanId().toByteArray());
    }

    public List<String> delays() {
      return below.stream().map(Span::getName).toList();
    }
  }
}
