package com.astraof.oauth2.core.connection;

/** Who sees a connection, beside its owner. The numbers are those of the contract (5). */
public enum Visibility {
  NOBODY(0),
  /** The apps that the user lets see connections. */
  EVERYONE(1);

  private final int number;

  Visibility(int number) {
    this.number = number;
  }

  public static Visibility of(int number) {
    return number == NOBODY.number ? NOBODY : EVERYONE;
  }

  public int number() {
    return number;
  }
}
