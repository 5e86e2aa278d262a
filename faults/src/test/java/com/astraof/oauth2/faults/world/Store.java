package com.astraof.oauth2.faults.world;

import java.util.Map;

/** Where nodes keep what they know. */
sealed interface Store extends AutoCloseable permits EmbeddedStore, PostgresStore {
  /** By which a node finds it. */
  Map<String, String> environment(int node);

  void start();

  @Override
  void close();
}
