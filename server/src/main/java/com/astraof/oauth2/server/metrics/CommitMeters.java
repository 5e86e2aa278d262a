package com.astraof.oauth2.server.metrics;

import com.astraof.oauth2.storage.CommitWatch;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How many writes share a commit, and how long they wait for it. */
public final class CommitMeters implements CommitWatch {
  private final DistributionSummary writes;
  private final Timer wait;

  CommitMeters(MeterRegistry registry) {
    this.writes =
        DistributionSummary.builder(Meters.COMMIT_WRITES)
            .description("Writes that shared a commit")
            .serviceLevelObjectives(1, 4, 16, 64, 256)
            .register(registry);
    this.wait =
        Timer.builder(Meters.COMMIT_WAIT)
            .description("From asking for a write until it was on disk")
            .serviceLevelObjectives(
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5))
            .register(registry);
  }

  @Override
  public void committed(int count) {
    writes.record(count);
  }

  @Override
  public void waited(Duration sinceAsked) {
    wait.record(sinceAsked);
  }
}
