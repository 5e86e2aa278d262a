package com.astraof.oauth2.faults.world;

import java.time.Duration;

/** One way in which something breaks. Striking includes mending it, so that the next can come. */
public sealed interface Fault {
  /** For the counts. */
  default String kind() {
    return getClass().getSimpleName();
  }

  void strike(Cluster cluster, Pause pause);

  /** Waits while something is broken. */
  @FunctionalInterface
  interface Pause {
    void last(Duration time);
  }

  /** kill -9, and a start after a while. */
  record NodeKilled(int node, Duration away) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      var one = cluster.nodes().get(node);
      one.kill();
      pause.last(away);
      one.start();
    }
  }

  /** SIGSTOP, and SIGCONT after a while: as a virtual machine that is moved. */
  record NodeFrozen(int node, Duration away) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      var one = cluster.nodes().get(node);
      one.freeze();
      pause.last(away);
      one.thaw();
    }
  }

  /** All connections of clients to a node break. */
  record ClientsCut(int node) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      cluster.nodes().get(node).cutClients();
    }
  }

  /** All connections of a node to the database break, several times. */
  record DatabaseCut(int node, int times) implements Fault {
    private static final Duration BETWEEN = Duration.ofMillis(150);

    @Override
    public void strike(Cluster cluster, Pause pause) {
      for (int i = 0; i < times; i++) {
        cluster.postgres().cut(node);
        pause.last(BETWEEN);
      }
    }
  }

  /** kill -9 to the database server and all its processes, and a start after a while. */
  record DatabaseKilled(Duration away) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      var server = cluster.postgres().primary();
      server.kill();
      pause.last(away);
      server.start();
    }
  }

  /** kill -9 to everything at once, as when the power goes. */
  record AllKilled(Duration away) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      cluster.nodes().forEach(Node::kill);
      if (cluster.store() instanceof PostgresStore store) {
        store.primary().kill();
        pause.last(away);
        store.primary().start();
      }
      cluster.nodes().forEach(Node::start);
    }
  }

  /** The primary is killed and its standby takes over. */
  record FailedOver() implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      cluster.postgres().primary().kill();
      cluster.postgres().standby().promote();
    }
  }

  /** SIGTERM, and a start of what comes after it. Not a fault, if all goes well. */
  record NodeReplaced(int node, Program by) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      var one = cluster.nodes().get(node);
      one.stop();
      one.runs(by);
      one.start();
    }
  }

  /** No file of a node may grow any more, for a while. */
  record DiskFull(int node, Duration away) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      var one = cluster.nodes().get(node);
      one.fillDisk();
      pause.last(away);
      one.makeRoom();
    }
  }

  /** All clocks are ahead, for a while. */
  record ClocksJumped(Duration ahead, Duration away) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      cluster.nodes().forEach(node -> node.shiftClock(ahead));
      pause.last(away);
      cluster.nodes().forEach(node -> node.shiftClock(Duration.ZERO));
    }
  }

  /** One clock differs from the others, as much as it may, for a while. */
  record ClockSkewed(int node, Duration ahead, Duration away) implements Fault {
    @Override
    public void strike(Cluster cluster, Pause pause) {
      var one = cluster.nodes().get(node);
      one.shiftClock(ahead);
      pause.last(away);
      one.shiftClock(Duration.ZERO);
    }
  }
}
