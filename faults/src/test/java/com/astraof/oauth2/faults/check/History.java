package com.astraof.oauth2.faults.check;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** All that was asked, by everybody; only ever added to. */
public final class History {
  private final Queue<Event> events = new ConcurrentLinkedQueue<>();
  private volatile long mendedAt = Long.MAX_VALUE;

  public void add(Event event) {
    events.add(event);
  }

  /** From now on nothing is broken. */
  public void mended(long at) {
    mendedAt = at;
  }

  long mendedAt() {
    return mendedAt;
  }

  /** In the order in which they were sent. */
  public List<Event> events() {
    return events.stream().sorted(comparingLong(Event::sent)).toList();
  }

  /** How many of which kind had which outcome. */
  public Map<String, Map<String, Long>> counts() {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event -> event.act().kind(),
                TreeMap::new,
                Collectors.groupingBy(
                    event -> event.outcome().kind(), TreeMap::new, Collectors.counting())));
  }

  /** The longest time since then in which nothing was acknowledged that is written. */
  public Duration longestPause(long from) {
    long longest = 0;
    long last = from;
    for (Event event : events.stream().sorted(comparingLong(Event::answered)).toList()) {
      if (event.answered() >= from && event.isAccepted() && event.act() instanceof Act.Refresh) {
        longest = Math.max(longest, event.answered() - last);
        last = event.answered();
      }
    }
    return Duration.ofNanos(longest);
  }
}
