package com.astraof.oauth2.faults.check;

import com.astraof.oauth2.faults.check.Act.Approve;
import com.astraof.oauth2.faults.check.Act.Exchange;
import com.astraof.oauth2.faults.check.Act.Refresh;
import com.astraof.oauth2.faults.check.Act.Reuse;
import com.astraof.oauth2.faults.check.Act.Revoke;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that was done with one grant.
 *
 * @param events about it, in the order in which they were sent
 * @param withdrawals of its user
 */
record Life(String grant, List<Event> events, List<Event> withdrawals) {
  /** So long a request may still be under way that nobody waits for any more. */
  static final Duration STRAGGLING = Duration.ofSeconds(20);

  Optional<Event> approval() {
    return events.stream()
        .filter(event -> event.act() instanceof Approve && event.isAccepted())
        .findFirst();
  }

  List<Event> exchanges() {
    return events.stream().filter(event -> event.act() instanceof Exchange).toList();
  }

  Optional<Event> opening() {
    return exchanges().stream().filter(Event::isAccepted).findFirst();
  }

  /** Whether nobody had asked by then for anything that might end it. */
  boolean isUntouched(long at) {
    return exchanges().stream().filter(event -> event.sent() < at).count() <= 1
        && events.stream().noneMatch(event -> event.sent() < at && isEnding(event.act()))
        && withdrawals.stream().noneMatch(event -> event.sent() < at && mayReach(event))
        && events.stream().noneMatch(event -> mayComeLate(event, at));
  }

  private static boolean isEnding(Act act) {
    return act instanceof Revoke || act instanceof Reuse;
  }

  /** Unless it was over before the user said yes. */
  private boolean mayReach(Event withdrawal) {
    long said = approval().map(Event::sent).orElse(Long.MIN_VALUE);
    return withdrawal.over(STRAGGLING) >= said;
  }

  /** A refresh that nobody waits for, and another token used meanwhile: it would look stolen. */
  private boolean mayComeLate(Event lost, long at) {
    if (!(lost.act() instanceof Refresh refresh) || !lost.outcome().isUnknown()) {
      return false;
    }
    long over = Math.min(at, lost.over(STRAGGLING));
    return events.stream()
        .anyMatch(
            event ->
                event.act() instanceof Refresh other
                    && !other.token().equals(refresh.token())
                    && event.sent() > lost.sent()
                    && event.sent() <= over);
  }

  /** What acknowledged its end, each of which binds all from then on. */
  List<Event> ends() {
    var ends = new ArrayList<Event>();
    long opened = opening().map(Event::answered).orElse(Long.MAX_VALUE);
    for (Event event : events) {
      boolean isEnd =
          switch (event.act()) {
            case Revoke _ -> event.isAccepted();
            case Reuse _ -> event.isRefused();
            case Exchange _ -> event.isRefused() && event.sent() > opened;
            default -> false;
          };
      if (isEnd) {
        ends.add(event);
      }
    }
    long said = approval().map(Event::answered).orElse(Long.MAX_VALUE);
    withdrawals.stream()
        .filter(event -> event.isAccepted() && event.sent() > said)
        .forEach(ends::add);
    return ends;
  }
}
