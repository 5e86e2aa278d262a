package com.astraof.oauth2.demoapp;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An account at another service that the user has linked at Astral. */
record LinkedAccount(String type, String name) {
  static List<LinkedAccount> from(List<Object> json) throws ParseException {
    var accounts = new ArrayList<LinkedAccount>();
    for (Object each : json) {
      if (!(each instanceof Map<?, ?> account)) {
        throw new ParseException("A linked account is not an object", 0);
      }
      accounts.add(
          new LinkedAccount(Json.required(account, "type"), Json.required(account, "name")));
    }
    return List.copyOf(accounts);
  }
}
