package com.astraof.oauth2.server.limit;

import java.util.Map;

/**
 * How often what may be done: the rates of contract 1.5, where the operator chose no others.
 *
 * @param enforced false where tests call as often as they like
 */
public record Rates(boolean enforced, Map<Limit, Rate> chosen) {
  public static final Rates DEFAULT = new Rates(true, Map.of());
  public static final Rates OFF = new Rates(false, Map.of());

  public Rates {
    chosen = Map.copyOf(chosen);
  }

  public Rate of(Limit limit) {
    return chosen.getOrDefault(limit, limit.otherwise());
  }
}
