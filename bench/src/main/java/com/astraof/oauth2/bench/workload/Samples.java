package com.astraof.oauth2.bench.workload;

import java.util.ArrayList;
import java.util.List;

/** A few of the access tokens that came under load, to be verified afterwards. */
public final class Samples {
  private static final int EACH = 97;
  private static final int MOST = 200;

  private final List<String> kept = new ArrayList<>();
  private long seen;

  synchronized void add(String access) {
    if (seen++ % EACH == 0 && kept.size() < MOST) {
      kept.add(access);
    }
  }

  void add(Tokens tokens) {
    add(tokens.access());
  }

  public synchronized List<String> kept() {
    return List.copyOf(kept);
  }
}
