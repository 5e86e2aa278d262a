package com.astraof.oauth2.faults.world;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An installation that runs: a database, and nodes on it. Everything is gone when it is closed. */
public final class Cluster implements AutoCloseable {
  private static final int NODES = 2;

  private final Path folder;
  private final Store store;
  private final List<Node> nodes = new ArrayList<>();

  private Cluster(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
  }

  /** One node on the embedded database. */
  public static Cluster embedded(Program program) {
    return new Cluster(Folders.temporary(), new EmbeddedStore()).with(1, program);
  }

  /** Two nodes on a PostgreSQL server. */
  public static Cluster onPostgres(Program program) {
    Path folder = Folders.temporary();
    var server = Postgres.in(folder.resolve("postgres"));
    server.start();
    return new Cluster(folder, new PostgresStore(List.of(server), NODES)).with(NODES, program);
  }

  /** Two nodes on a PostgreSQL server with a synchronous standby. */
  public static Cluster onPair(Program program) {
    Path folder = Folders.temporary();
    var servers = Postgres.pair(folder);
    return new Cluster(folder, new PostgresStore(servers, NODES)).with(NODES, program);
  }

  private Cluster with(int count, Program program) {
    Map<String, String> shared = new HashMap<>();
    shared.put("ASTRAL_ISSUER", TestServer.ISSUER);
    shared.put("ASTRAL_MASTER_KEY", MasterKey.generate(new SystemEntropy()).expose());
    shared.put("ASTRAL_RATE_LIMITS", "off");
    // So that a clock that jumps by minutes makes none of them old.
    shared.put("ASTRAL_CODE_LIFETIME", "10m");
    for (int i = 0; i < count; i++) {
      var environment = new HashMap<>(shared);
      environment.putAll(store.environment(i));
      var node = new Node(Folders.make(folder.resolve("node" + i)), environment, program);
      nodes.add(node);
      node.start();
    }
    return this;
  }

  public List<Node> nodes() {
    return nodes;
  }

  public List<Wire> wires() {
    return nodes.stream().map(Node::wire).toList();
  }

  Store store() {
    return store;
  }

  PostgresStore postgres() {
    return switch (store) {
      case PostgresStore postgres -> postgres;
      case EmbeddedStore _ -> throw new IllegalStateException("There is no database server");
    };
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    store.close();
    Folders.delete(folder);
  }
}
