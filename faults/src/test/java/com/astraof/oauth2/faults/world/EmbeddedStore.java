package com.astraof.oauth2.faults.world;

import java.util.Map;

/** A file in the folder of the only node. */
record EmbeddedStore() implements Store {
  @Override
  public Map<String, String> environment(int node) {
    return Map.of();
  }

  @Override
  public void start() {
    // With the node.
  }

  @Override
  public void close() {
    // It goes with the folder.
  }
}
