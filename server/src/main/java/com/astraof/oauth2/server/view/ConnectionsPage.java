package com.astraof.oauth2.server.view;

import java.time.Instant;
import java.util.List;

/**
 * {@code /settings/connections}: the accounts at other services that somebody has linked, and where
 * else they can.
 */
public record ConnectionsPage(
    SettingsFrame settings, List<Item> connections, List<Service> services) {
  public ConnectionsPage {
    connections = List.copyOf(connections);
    services = List.copyOf(services);
  }

  /**
   * An account at another service.
   *
   * @param type and {@code id} name it in forms
   * @param service where it is, for people
   * @param shown whether apps may see it
   */
  public record Item(
      String type, String id, String name, String service, boolean shown, Instant since) {
    public Item {
      name = Shown.text(name);
    }

    /** Stands for the service's picture. */
    public String initial() {
      return Shown.initial(service);
    }
  }

  /**
   * A service at which accounts can be linked.
   *
   * @param type names it in forms
   * @param host where one is sent to
   */
  public record Service(String type, String name, String host) {
    /** Stands for its picture. */
    public String initial() {
      return Shown.initial(name);
    }
  }
}
