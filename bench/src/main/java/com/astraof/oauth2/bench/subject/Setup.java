package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.workload.World.App;
import java.util.regex.Pattern;

/** What is the same for all servers, and reading what they say while they are set up. */
final class Setup {
  /** Where the app is not given its credentials by the server. */
  static final App APP =
      new App(
          "stargazer",
          "9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d9b1deb4d3b7d4bad",
          "https://app.example/callback",
          "identify");

  private Setup() {}

  /** A string of a JSON object. */
  static String text(String json, String field) {
    return found(json, "\"" + field + "\"\\s*:\\s*\"([^\"]*)\"");
  }

  /** The first group. */
  static String found(String text, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("The server did not answer with " + pattern);
    }
    return matcher.group(1);
  }
}
