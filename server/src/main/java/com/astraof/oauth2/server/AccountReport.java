package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.leaving.Standing;
import com.astraof.oauth2.core.oversight.AccountRegister.Entry;
import com.astraof.oauth2.server.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Accounts for the operator, a line each. */
final class AccountReport {
  private static final String ROW = "%-19s  %-7s  %-3s  %-20s  %s%n";

  private AccountReport() {}

  static String head() {
    return ROW.formatted("ID", "STATE", "2FA", "CREATED", "NAME");
  }

  static String row(Entry entry) {
    User user = entry.user();
    return ROW.formatted(
        user.id(),
        state(entry.standing()),
        entry.secondFactor() ? "yes" : "no",
        user.createdAt().truncatedTo(ChronoUnit.SECONDS),
        user.tag());
  }

  /** One JSON object on a line. */
  static String line(Entry entry) {
    return Json.text(json(entry)) + System.lineSeparator();
  }

  static ObjectNode json(Entry entry) {
    User user = entry.user();
    var json =
        Json.object()
            .put("id", user.id().toString())
            .put("name", user.tag().toString())
            .put("state", state(entry.standing()))
            .put("two_factor", entry.secondFactor())
            .put("created_at", user.createdAt().toString());
    putStanding(json, entry.standing());
    return json;
  }

  private static void putStanding(ObjectNode json, Standing standing) {
    switch (standing) {
      case Standing.Open() -> {}
      case Standing.Closed(var closure) ->
          json.put("closed_at", closure.at().toString()).put("erased_at", text(closure.eraseAt()));
      case Standing.Blocked(var block) ->
          json.put("blocked_at", block.since().toString()).put("blocked_reason", block.reason());
    }
  }

  private static String state(Standing standing) {
    return switch (standing) {
      case Standing.Open() -> "open";
      case Standing.Closed _ -> "closed";
      case Standing.Blocked _ -> "blocked";
    };
  }

  static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
