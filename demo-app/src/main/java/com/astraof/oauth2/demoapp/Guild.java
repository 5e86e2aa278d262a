package com.astraof.oauth2.demoapp;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A guild of the user, as far as this app shows it. */
record Guild(String id, String name, boolean owner) {
  static List<Guild> from(List<Object> json) throws ParseException {
    var guilds = new ArrayList<Guild>();
    for (Object each : json) {
      if (!(each instanceof Map<?, ?> guild)) {
        throw new ParseException("A guild is not an object", 0);
      }
      guilds.add(
          new Guild(
              Json.required(guild, "id"),
              Json.required(guild, "name"),
              Json.isTrue(guild, "owner")));
    }
    return List.copyOf(guilds);
  }
}
