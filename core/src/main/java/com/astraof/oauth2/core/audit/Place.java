package com.astraof.oauth2.core.audit;

/**
 * Where someone acts from.
 *
 * @param address the network address, as text
 */
public record Place(String address, Device device) {
  /** The server's own terminal. */
  public static final Place TERMINAL = new Place("local", Device.UNKNOWN);
}
