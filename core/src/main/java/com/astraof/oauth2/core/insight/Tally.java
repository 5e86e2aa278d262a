package com.astraof.oauth2.core.insight;

/** How often something happened. */
public record Tally(long grants, long refreshes, long refusals) {
  public static final Tally NONE = new Tally(0, 0, 0);
  static final Tally GRANT = new Tally(1, 0, 0);
  static final Tally REFRESH = new Tally(0, 1, 0);
  static final Tally REFUSAL = new Tally(0, 0, 1);

  Tally plus(Tally other) {
    return new Tally(grants + other.grants, refreshes + other.refreshes, refusals + other.refusals);
  }
}
