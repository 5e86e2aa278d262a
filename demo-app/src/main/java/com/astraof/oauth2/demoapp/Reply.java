package com.astraof.oauth2.demoapp;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to the browser. {@link Router} adds the headers that every answer carries. */
record Reply(int status, Map<String, String> headers, String body) {
  static final String COOKIE = "corkboard_session";

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply page(int status, Html page) {
    return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), page.markup());
  }

  static Reply asset(String type, String body) {
    return new Reply(200, Map.of("Content-Type", type), body);
  }

  /** 303, so that the browser goes on with GET whatever it sent before. */
  static Reply goTo(URI place) {
    return new Reply(303, Map.of("Location", place.toString()), "");
  }

  static Reply goHome() {
    return goTo(URI.create("/"));
  }

  /**
   * SameSite=Lax: the cookie must come along when Astral sends the browser back to the callback.
   */
  Reply withSession(Session session) {
    return with("Set-Cookie", COOKIE + "=" + session.id() + "; Path=/; HttpOnly; SameSite=Lax");
  }

  Reply with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply(status, all, body);
  }
}
