package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.workload.Workload;
import com.astraof.oauth2.bench.workload.World;
import java.util.List;
import java.util.Set;

/** A server under test, set up as its documentation recommends for production. */
public interface Subject {
  String name();

  /** Its version, and what of its settings matters. */
  List<String> settings();

  /** What it can be asked. */
  Set<Workload> workloads();

  /** Starts it on an empty database; it serves and knows everybody when this returns. */
  Running start(Ground ground);

  /** One that serves until it is closed. */
  record Running(World world, Program program) implements AutoCloseable {
    @Override
    public void close() {
      program.close();
    }
  }
}
