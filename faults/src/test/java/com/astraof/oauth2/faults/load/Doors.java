package com.astraof.oauth2.faults.load;

import com.astraof.oauth2.faults.check.Act;
import com.astraof.oauth2.faults.check.Event;
import com.astraof.oauth2.faults.check.History;
import com.astraof.oauth2.server.testing.Wire;
import java.util.List;
import java.util.function.Function;

/** All nodes; whatever is asked there is written down. */
final class Doors {
  private final List<Door> doors;
  private final History history;

  Doors(List<Wire> nodes, History history) {
    this.doors = nodes.stream().map(Door::new).toList();
    this.history = history;
  }

  int count() {
    return doors.size();
  }

  /** Asks one node once. */
  Result ask(int client, int node, Act act, Function<Door, Result> request) {
    long sent = System.nanoTime();
    Result result = request.apply(doors.get(node));
    history.add(new Event(client, node, act, sent, System.nanoTime(), result.outcome()));
    return result;
  }
}
