package com.astraof.oauth2.faults.world;

import com.astraof.oauth2.faults.world.Fault.AllKilled;
import com.astraof.oauth2.faults.world.Fault.ClientsCut;
import com.astraof.oauth2.faults.world.Fault.ClockSkewed;
import com.astraof.oauth2.faults.world.Fault.ClocksJumped;
import com.astraof.oauth2.faults.world.Fault.DatabaseCut;
import com.astraof.oauth2.faults.world.Fault.DatabaseKilled;
import com.astraof.oauth2.faults.world.Fault.DiskFull;
import com.astraof.oauth2.faults.world.Fault.NodeFrozen;
import com.astraof.oauth2.faults.world.Fault.NodeKilled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What breaks, in which order and for how long, all of it from one seed. */
public final class Schedule {
  private static final int NODES = 2;

  private final Random random;
  private final boolean isEmbedded;

  private Schedule(long seed, boolean isEmbedded) {
    this.random = new Random(seed);
    this.isEmbedded = isEmbedded;
  }

  public static Schedule embedded(long seed) {
    return new Schedule(seed, true);
  }

  public static Schedule onPostgres(long seed) {
    return new Schedule(seed, false);
  }

  /** Everything once, in the order of chance. */
  public List<Fault> round() {
    var faults = new ArrayList<Fault>();
    faults.add(new NodeKilled(anyNode(), millis(0, 800)));
    faults.add(new NodeFrozen(anyNode(), millis(1_500, 3_500)));
    faults.add(new ClientsCut(anyNode()));
    faults.add(new ClocksJumped(Duration.ofMinutes(1 + random.nextInt(4)), millis(500, 1_500)));
    if (isEmbedded) {
      faults.add(new DiskFull(anyNode(), millis(800, 2_000)));
    } else {
      faults.add(new AllKilled(millis(0, 500)));
      faults.add(new DatabaseKilled(millis(100, 1_500)));
      faults.add(new DatabaseCut(anyNode(), 1 + random.nextInt(4)));
      faults.add(new ClockSkewed(anyNode(), skew(), millis(1_000, 2_000)));
    }
    Collections.shuffle(faults, random);
    return faults;
  }

  /** Before the next one. */
  public Duration calm() {
    return millis(300, 1_200);
  }

  private int anyNode() {
    return isEmbedded ? 0 : random.nextInt(NODES);
  }

  private Duration skew() {
    return Duration.ofSeconds(15).multipliedBy(random.nextBoolean() ? 1 : -1);
  }

  private Duration millis(int from, int to) {
    return Duration.ofMillis(random.nextInt(from, to));
  }
}
