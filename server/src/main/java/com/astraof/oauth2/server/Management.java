package com.astraof.oauth2.server;

import com.astraof.oauth2.server.config.ManagementSettings;
import com.astraof.oauth2.server.health.Health;
import com.astraof.oauth2.server.health.Liveness;
import com.astraof.oauth2.server.health.Readiness;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Bounds;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.HttpServer;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.http.Routes;
import com.astraof.oauth2.server.http.Witness;
import com.astraof.oauth2.server.metrics.Meters;
import com.astraof.oauth2.server.rest.ApiErrors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The operator's own door: health and metrics, on a port of their own where nothing else answers.
 * It is the last to close, so that a server can be watched while it stops.
 */
final class Management implements AutoCloseable {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

  private final Health health;
  private final Meters meters;
  private final Duration delay;
  private final @Nullable HttpServer http;

  private Management(Health health, Meters meters, Duration delay, @Nullable HttpServer http) {
    this.health = health;
    this.meters = meters;
    this.delay = delay;
    this.http = http;
  }

  /**
   * @throws CannotStart when another process listens there
   */
  static Management start(
      ManagementSettings settings, Health health, Meters meters, Surroundings world) {
    var listener = settings.listener();
    if (listener == null) {
      return new Management(health, meters, settings.drainDelay(), null);
    }
    var bounds = Bounds.USUAL.drainingFor(LAST_ANSWERS);
    var routes = routes(health, meters);
    try {
      var http = HttpServer.start(listener, bounds, routes, world.clock(), world.entropy());
      return new Management(health, meters, settings.drainDelay(), http);
    } catch (HttpServer.PortTaken e) {
      throw CannotStart.portTaken(e, "--management-port");
    }
  }

  private static Routes routes(Health health, Meters meters) {
    return new Routes(
        List.of(
            route("/livez", new Liveness()),
            route("/readyz", new Readiness(health)),
            route("/metrics", meters)),
        path -> new ApiErrors(),
        Map.of("X-Content-Type-Options", "nosniff"),
        // Probes come every few seconds, and the log is for what people and apps do.
        Witness.NOBODY);
  }

  private static Route route(String path, Endpoint endpoint) {
    return new Route("GET", path, new Access.Anyone(), new ApiErrors(), endpoint);
  }

  Optional<Integer> port() {
    return Optional.ofNullable(http).map(HttpServer::port);
  }

  /**
   * Says that nothing should be sent here any more, and gives whoever asks the time to learn it.
   */
  void drain() {
    health.stopping();
    if (http != null) {
      LockSupport.parkNanos(delay.toNanos());
    }
  }

  @Override
  public void close() {
    if (http != null) {
      http.close();
    }
    meters.close();
  }
}
