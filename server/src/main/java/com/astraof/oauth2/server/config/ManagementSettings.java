package com.astraof.oauth2.server.config;

import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.TrustedProxies;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operator's own door, and how the server goes down.
 *
 * @param listener null where there is no such door
 * @param drainDelay from saying that it is not ready until it takes no more requests
 * @param drainTime for the requests that are under way then
 */
public record ManagementSettings(
    @Nullable Listener listener, Duration drainDelay, Duration drainTime) {
  private static final String NO_DOOR = "off";

  /** No door, and the usual patience. */
  public static final ManagementSettings OFF =
      new ManagementSettings(null, Duration.ZERO, Duration.ofSeconds(20));

  /** The same with a door on this machine. */
  public static ManagementSettings on(int port) {
    var listener = new Listener("127.0.0.1", port, TrustedProxies.NONE);
    return new ManagementSettings(listener, OFF.drainDelay(), OFF.drainTime());
  }

  /**
   * @param problems to which whatever cannot be used is added
   */
  static ManagementSettings read(Function<Setting, String> values, List<String> problems) {
    var durations = new Durations(values, problems);
    return new ManagementSettings(
        listener(values, problems),
        durations.orZero(Setting.DRAIN_DELAY),
        durations.of(Setting.DRAIN_TIME));
  }

  private static @Nullable Listener listener(
      Function<Setting, String> values, List<String> problems) {
    String port = values.apply(Setting.MANAGEMENT_PORT);
    if (port.equals(NO_DOOR)) {
      return null;
    }
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
      problems.add("management-port is a number from 0 to 65535, or off: " + port);
      return null;
    }
    String host = values.apply(Setting.MANAGEMENT_HOST);
    return new Listener(host, Integer.parseInt(port), TrustedProxies.NONE);
  }
}
