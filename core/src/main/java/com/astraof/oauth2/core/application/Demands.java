package com.astraof.oauth2.core.application;

/** A set of {@link Demand}s. */
public record Demands(long bits) {
  public static final Demands NONE = new Demands(0);

  public static Demands of(Demand... demands) {
    long bits = 0;
    for (Demand demand : demands) {
      bits |= demand.bit();
    }
    return new Demands(bits);
  }

  /** Whether it holds, by itself or because {@link Demand#FAPI} does. */
  public boolean hold(Demand demand) {
    return names(demand) || names(Demand.FAPI);
  }

  /** Whether it was chosen by itself. */
  public boolean names(Demand demand) {
    return (bits & demand.bit()) != 0;
  }

  public Demands with(Demand demand, boolean chosen) {
    return new Demands(chosen ? bits | demand.bit() : bits & ~demand.bit());
  }
}
