package com.astraof.oauth2.faults.load;

import com.astraof.oauth2.faults.check.Act;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Tries again and again whether what ended lately is accepted anywhere: a thief with a token. */
final class Prober {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final int number;
  private final Doors doors;
  private final List<Client> clients;
  private final Clock clock;
  private final Random random;

  Prober(int number, Doors doors, List<Client> clients, Clock clock, Random random) {
    this.number = number;
    this.doors = doors;
    this.clients = clients;
    this.clock = clock;
    this.random = random;
  }

  void live() {
    while (clock.isRunning()) {
      Client client = clients.get(random.nextInt(clients.size()));
      List<Held> ended = client.lately();
      if (!ended.isEmpty()) {
        Held held = ended.get(random.nextInt(ended.size()));
        int node = random.nextInt(doors.count());
        doors.ask(number, node, new Act.Call(held.grant), door -> door.call(held.access));
      }
      clock.rest(PAUSE);
    }
  }
}
