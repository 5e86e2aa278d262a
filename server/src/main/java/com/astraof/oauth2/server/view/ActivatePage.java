package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the code that a device shows.
 *
 * @param code as far as it is known; empty when it is not
 * @param problem why the last attempt did not go on; null at first
 */
public record ActivatePage(Frame frame, String code, @Nullable String problem) {
  /** Someone followed an address that holds the code, and has not looked at the device yet. */
  public boolean isPrefilled() {
    return !code.isEmpty() && problem == null;
  }
}
