package com.astraof.oauth2.server;

import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.Standing;

/** How far a database's schema has come, for people and for programs. */
record SchemaReport(DatabaseAddress database, Standing standing) {
  private static final int UP_TO_DATE = 0;
  private static final int PENDING = 3;
  private static final int NEWER = 4;

  int exitCode() {
    if (!standing.pending().isEmpty()) {
      return PENDING;
    }
    return standing.isNewer() ? NEWER : UP_TO_DATE;
  }

  String text() {
    if (standing.isNewer()) {
      return "%s is at version %d, newer than this build, which brings %d and runs on it.%n"
          .formatted(database, standing.version(), standing.known());
    }
    if (standing.pending().isEmpty()) {
      return "%s is at version %d, which is up to date.%n".formatted(database, standing.version());
    }
    var text = new StringBuilder();
    text.append(
        "%s is at version %d, and this build needs %d. astral migrate runs:%n"
            .formatted(database, standing.version(), standing.known()));
    for (Standing.Migration one : standing.pending()) {
      text.append("%4d  %s%n".formatted(one.version(), one.description()));
    }
    return text.toString();
  }

  String json() {
    var json =
        Json.object()
            .put("database", database.toString())
            .put("version", standing.version())
            .put("known", standing.known())
            .put("newer", standing.isNewer());
    var pending = json.putArray("pending");
    for (Standing.Migration one : standing.pending()) {
      pending.addObject().put("version", one.version()).put("description", one.description());
    }
    return Json.text(json) + System.lineSeparator();
  }
}
