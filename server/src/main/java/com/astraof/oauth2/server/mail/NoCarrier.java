package com.astraof.oauth2.server.mail;

/** For a server that sends no mail. */
public final class NoCarrier implements Carrier {
  @Override
  public Delivery carry(Letter letter) {
    return new Delivery.Away("No mail is sent from here");
  }

  @Override
  public boolean isThere() {
    return false;
  }
}
