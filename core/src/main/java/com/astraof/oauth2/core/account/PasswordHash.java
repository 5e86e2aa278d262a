package com.astraof.oauth2.core.account;

/** A human password at rest: Argon2id in the PHC string format, parameters and salt included. */
public record PasswordHash(String phc) {
  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
