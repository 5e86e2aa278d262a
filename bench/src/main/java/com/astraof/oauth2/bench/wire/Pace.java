package com.astraof.oauth2.bench.wire;

/** When requests leave. */
public sealed interface Pace {
  /**
   * Each visitor asks again as soon as it has its answer: as fast as the server can. Latencies are
   * those of a server that is always full.
   */
  record AsFastAsAnswered() implements Pace {}

  /**
   * At fixed instants, whatever the server does, as visitors who know nothing of each other come. A
   * request that has to wait for a free connection is late by the server's fault, so its latency
   * counts from when it was due (coordinated omission).
   */
  record Fixed(double perSecond) implements Pace {}
}
