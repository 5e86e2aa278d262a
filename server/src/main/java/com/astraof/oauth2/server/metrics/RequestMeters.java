package com.astraof.oauth2.server.metrics;

import com.astraof.oauth2.server.http.Witness;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Requests by route, and what became of token requests. A meter is made when it is first needed.
 */
public final class RequestMeters implements Witness {
  private static final String TOKEN_ROUTE = "/oauth2/token";
  private static final String NONE = "none";

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final Map<Line, Timer> requests = new ConcurrentHashMap<>();
  private final Map<TokenLine, Counter> tokens = new ConcurrentHashMap<>();

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void saw(Answered answered) {
    String route = answered.route();
    // Of what has no route, the method may be any word.
    String method = route.equals("-") ? "-" : answered.method();
    requests
        .computeIfAbsent(new Line(method, route, answered.reply().status() / 100), this::timer)
        .record(answered.nanos(), TimeUnit.NANOSECONDS);
    if (route.endsWith(TOKEN_ROUTE)) {
      var line = new TokenLine(remark(answered, "grant_type"), remark(answered, "outcome"));
      tokens.computeIfAbsent(line, this::counter).increment();
    }
  }

  private static String remark(Answered answered, String name) {
    return answered.reply().remarked(name).map(Object::toString).orElse(NONE);
  }

  private Timer timer(Line line) {
    return Timer.builder(Meters.REQUESTS)
        .description("Requests answered, and how long that took")
        .tag("method", line.method())
        .tag("route", line.route())
        .tag("status", line.hundreds() + "xx")
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Counter counter(TokenLine line) {
    return Counter.builder(Meters.TOKEN_REQUESTS)
        .description("Token requests")
        .tag("grant_type", line.grantType())
        .tag("outcome", line.outcome())
        .register(registry);
  }

  private record Line(String method, String route, int hundreds) {}

  private record TokenLine(String grantType, String outcome) {}
}
