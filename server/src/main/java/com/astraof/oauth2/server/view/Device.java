package com.astraof.oauth2.server.view;

/**
 * What someone signed in with.
 *
 * @param browser its name, such as Firefox; empty when unknown
 * @param system its name, such as Linux; empty when unknown
 */
public record Device(Kind kind, String browser, String system) {
  public Device {
    browser = browser.isEmpty() ? "" : Shown.text(browser);
    system = system.isEmpty() ? "" : Shown.text(system);
  }

  /** Both names in words. */
  public String in(Words words) {
    if (kind == Kind.API) {
      return words.say("device.api");
    }
    if (browser.isEmpty()) {
      return system.isEmpty() ? words.say("device.unknown") : system;
    }
    return system.isEmpty() ? browser : words.say("device.both", browser, system);
  }

  public Icon icon() {
    return switch (kind) {
      case DESKTOP -> Icon.DESKTOP;
      case PHONE -> Icon.PHONE;
      case API -> Icon.CODE;
    };
  }

  /** Its shape. */
  public enum Kind {
    DESKTOP,
    PHONE,
    /** A program, by JSON. */
    API
  }
}
