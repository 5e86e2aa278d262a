package com.astraof.oauth2.core.insight;

import com.astraof.oauth2.core.id.ApplicationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Where insights live: for each application {@value #DAYS} days and {@value #REFUSALS} refusals.
 */
public interface InsightStore {
  int DAYS = 30;
  int REFUSALS = 100;

  /** Adds all of it in one transaction. */
  void add(Map<ApplicationDay, Tally> counts, List<Refused> refusals);

  /**
   * @param today the last of the days
   */
  Insights read(ApplicationId application, LocalDate today);

  record ApplicationDay(ApplicationId application, LocalDate date) {}

  record Refused(ApplicationId application, Refusal refusal) {}
}
