package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.DisplayName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One thing in full, for a person: what it is called in JSON, and its value, a line each. */
final class Sheet {
  private Sheet() {}

  static String of(ObjectNode json) {
    var sheet = new StringBuilder();
    json.properties()
        .forEach(
            entry ->
                sheet.append(
                    "%-20s  %s%n"
                        .formatted(entry.getKey().replace('_', ' '), text(entry.getValue()))));
    return sheet.toString();
  }

  /** Strangers may have written it: no control characters reach the terminal. */
  private static String text(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "no";
    }
    return value.isNull() ? "-" : DisplayName.clean(value.asString());
  }
}
