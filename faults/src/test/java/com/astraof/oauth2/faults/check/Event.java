package com.astraof.oauth2.faults.check;

import java.time.Duration;

/**
 * One request and what came of it.
 *
 * @param node that was asked
 * @param sent on a clock that never jumps, in nanoseconds
 * @param answered on the same clock; when it was given up, where there was no answer
 */
public record Event(int client, int node, Act act, long sent, long answered, Outcome outcome) {
  public boolean isAccepted() {
    return outcome instanceof Outcome.Accepted;
  }

  public boolean isRefused() {
    return outcome instanceof Outcome.Refused;
  }

  /** What was given; empty unless it was accepted. */
  public String value() {
    return outcome instanceof Outcome.Accepted(var value) ? value : "";
  }

  /**
   * Until when it may still happen: something that was given up may be under way for a while.
   *
   * @param straggling how long
   */
  long over(Duration straggling) {
    return outcome.isUnknown() ? answered + straggling.toNanos() : answered;
  }

  @Override
  public String toString() {
    return "%.3f–%.3f s, client %d, node %d: %s → %s"
        .formatted(sent / 1e9, answered / 1e9, client, node, act, outcome);
  }
}
