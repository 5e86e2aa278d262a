package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.DisplayName;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.insight.Insights;
import com.astraof.oauth2.core.insight.Insights.Day;
import com.astraof.oauth2.core.insight.Tally;
import com.astraof.oauth2.server.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Applications for the operator, a line each or in full. */
final class ApplicationReport {
  private static final String ROW = "%-19s  %-8s  %-19s  %s%n";

  private ApplicationReport() {}

  static String head() {
    return ROW.formatted("ID", "STATE", "OWNER", "NAME");
  }

  static String row(Application application) {
    return ROW.formatted(
        application.id(), state(application), application.owner(), name(application));
  }

  /** One JSON object on a line. */
  static String line(Application application) {
    return Json.text(json(application)) + System.lineSeparator();
  }

  /** The same, and how it fares. */
  static ObjectNode json(Application application, Insights insights) {
    var tallies = insights.days().stream().map(Day::tally).toList();
    return json(application)
        .put("users", insights.users())
        .put("grants_in_30_days", tallies.stream().mapToLong(Tally::grants).sum())
        .put("refreshes_in_30_days", tallies.stream().mapToLong(Tally::refreshes).sum())
        .put("refusals_in_30_days", tallies.stream().mapToLong(Tally::refusals).sum());
  }

  private static ObjectNode json(Application application) {
    var oversight = application.oversight();
    var disabled = oversight.disabled();
    return Json.object()
        .put("id", application.id().toString())
        .put("name", application.name())
        .put("owner_id", application.owner().toString())
        .put("state", state(application))
        .put("created_at", application.createdAt().toString())
        .put("verified_at", text(oversight.verifiedAt()))
        .put("disabled_at", disabled == null ? null : disabled.since().toString())
        .put("disabled_reason", disabled == null ? null : disabled.reason())
        .put("limit_times", oversight.limitTimes());
  }

  private static String state(Application application) {
    if (application.oversight().disabled() != null) {
      return "disabled";
    }
    return application.oversight().isVerified() ? "verified" : "-";
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** Strangers chose it: no control characters reach the terminal. */
  private static String name(Application application) {
    return DisplayName.clean(application.name());
  }
}
