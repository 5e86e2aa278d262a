package com.astraof.oauth2.faults.load;

import com.astraof.oauth2.faults.check.Act;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Tries again and again, at one node, whether what ended lately is accepted there. Does not wait
 * for one answer before asking again, so that much has come together when a frozen node wakes up.
 */
final class Thief {
  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final int MOST_AT_ONCE = 150;

  private final int number;
  private final int node;
  private final Doors doors;
  private final List<Client> victims;
  private final Clock clock;
  private final Random random;

  Thief(int number, int node, Doors doors, List<Client> victims, Clock clock, Random random) {
    this.number = number;
    this.node = node;
    this.doors = doors;
    this.victims = victims;
    this.clock = clock;
    this.random = random;
  }

  void live() {
    var places = new Semaphore(MOST_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (clock.isRunning()) {
        List<Held> ended = victims.get(random.nextInt(victims.size())).lately();
        if (!ended.isEmpty() && places.tryAcquire()) {
          Held held = ended.get(random.nextInt(ended.size()));
          threads.execute(() -> use(held, places));
        }
        clock.rest(PAUSE);
      }
    }
  }

  private void use(Held held, Semaphore places) {
    try {
      doors.ask(number, node, new Act.Call(held.grant), door -> door.call(held.access));
    } finally {
      places.release();
    }
  }
}
