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

  /** Should somebody end this program before it is done. */
  private final Thread atTheEnd = new Thread(this::end);

  private Cluster(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
  }

  /** One node on the embedded database. */
  public static Cluster embedded(Program program) {
    return new Cluster(Folders.temporary(), new EmbeddedStore()).started(1, program);
  }

  /** Two nodes on a PostgreSQL server. */
  public static Cluster onPostgres(Program program) {
    Path folder = Folders.temporary();
    return on(folder, List.of(Postgres.in(folder.resolve("postgres"))), program);
  }

  /** Two nodes on a PostgreSQL server with a synchronous standby. */
  public static Cluster onPair(Program program) {
    Path folder = Folders.temporary();
    return on(folder, Postgres.pair(folder), program);
  }

  private static Cluster on(Path folder, List<Postgres> servers, Program program) {
    return new Cluster(folder, new PostgresStore(servers, NODES)).started(NODES, program);
  }

  /** Everything, or nothing. */
  private Cluster started(int count, Program program) {
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    try {
      store.start();
      String masterKey = MasterKey.generate(new SystemEntropy()).expose();
      for (int i = 0; i < count; i++) {
        Path own = Folders.make(folder.resolve("node" + i));
        var node = new Node(own, environment(i, masterKey), program);
        nodes.add(node);
        node.start();
      }
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Map<String, String> environment(int node, String masterKey) {
    Map<String, String> environment = new HashMap<>(store.environment(node));
    environment.put("ASTRAL_ISSUER", TestServer.ISSUER);
    environment.put("ASTRAL_MASTER_KEY", masterKey);
    environment.put("ASTRAL_RATE_LIMITS", "off");
    // So that a clock that jumps by minutes makes none of them old.
    environment.put("ASTRAL_CODE_LIFETIME", "10m");
    return environment;
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
    end();
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }

  private void end() {
    nodes.forEach(Node::close);
    store.close();
    Folders.delete(folder);
  }
}
