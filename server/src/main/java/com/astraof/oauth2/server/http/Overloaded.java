package com.astraof.oauth2.server.http;

/** Too much of some costly work is under way; trying again in a moment may help. */
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Overloaded(String message) {
    super(message);
  }
}
