package com.astraof.oauth2.faults.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** PostgreSQL servers, each behind a link per node. */
final class PostgresStore implements Store {
  private final List<Postgres> servers;
  private final List<List<Link>> links = new ArrayList<>();

  /**
   * @param servers the first is the primary
   */
  PostgresStore(List<Postgres> servers, int nodes) {
    this.servers = List.copyOf(servers);
    for (int i = 0; i < nodes; i++) {
      links.add(servers.stream().map(server -> Link.to(server.port())).toList());
    }
  }

  Postgres primary() {
    return servers.getFirst();
  }

  Postgres standby() {
    return servers.getLast();
  }

  @Override
  public Map<String, String> environment(int node) {
    String hosts =
        links.get(node).stream()
            .map(link -> "localhost:" + link.port())
            .collect(Collectors.joining(","));
    String wish = servers.size() > 1 ? "?targetServerType=primary" : "";
    String url = "postgresql://" + Postgres.USER + ":believed@" + hosts + "/postgres" + wish;
    return Map.of("ASTRAL_DATABASE_URL", url);
  }

  @Override
  public void start() {
    servers.forEach(Postgres::start);
  }

  void cut(int node) {
    links.get(node).forEach(Link::cut);
  }

  @Override
  public void close() {
    servers.forEach(Postgres::close);
    links.forEach(all -> all.forEach(Link::close));
  }
}
