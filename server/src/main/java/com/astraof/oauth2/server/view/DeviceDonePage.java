package com.astraof.oauth2.server.view;

/** Says that a device is let in, and that all else happens there. */
public record DeviceDonePage(Frame frame, String application) {
  public DeviceDonePage {
    application = Shown.text(application);
  }
}
