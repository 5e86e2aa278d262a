package com.astraof.oauth2.core.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * What an owner sees.
 *
 * @param users how many have authorised the application and not taken it back
 * @param days each of the last ones, the oldest first
 * @param refusals the newest first
 */
public record Insights(long users, List<Day> days, List<Refusal> refusals) {
  public Insights {
    days = List.copyOf(days);
    refusals = List.copyOf(refusals);
  }

  /** A day in UTC. */
  public record Day(LocalDate date, Tally tally) {}
}
