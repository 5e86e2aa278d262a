package com.astraof.oauth2.server.view;

/** The pages of one application. */
public enum Tab {
  GENERAL("application.general", ""),
  OAUTH2("application.oauth2", "/oauth2"),
  BOT("application.bot", "/bot"),
  INSIGHTS("application.insights", "/insights"),
  DANGER("application.danger", "/danger");

  private final String key;
  private final String ending;

  Tab(String key, String ending) {
    this.key = key;
    this.ending = ending;
  }

  /** Key of its name. */
  public String key() {
    return key;
  }

  /** What its path adds to that of the application. */
  String ending() {
    return ending;
  }
}
