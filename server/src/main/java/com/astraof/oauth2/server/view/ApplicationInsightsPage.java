package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.insight.Insights;
import com.astraof.oauth2.core.insight.Tally;
import java.util.List;
import java.util.function.ToLongFunction;

/** {@code /settings/applications/{id}/insights}: how an application fares. */
public record ApplicationInsightsPage(ApplicationFrame application, Insights insights) {
  public List<Chart> charts() {
    return List.of(
        chart("insights.grants", Tally::grants),
        chart("insights.refreshes", Tally::refreshes),
        chart("insights.refusals", Tally::refusals));
  }

  private Chart chart(String key, ToLongFunction<Tally> count) {
    return new Chart(
        key,
        insights.days().stream()
            .map(day -> new Chart.Day(day.date(), count.applyAsLong(day.tally())))
            .toList());
  }

  public List<RefusalItem> refusals() {
    return insights.refusals().stream().map(RefusalItem::new).toList();
  }
}
