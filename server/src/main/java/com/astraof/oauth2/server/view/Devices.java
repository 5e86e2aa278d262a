package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.audit.Device;
import java.util.Set;

/** Devices in words and pictures. */
public final class Devices {
  private static final Set<String> HELD_IN_HANDS = Set.of("iPhone", "iPad", "Android");

  private Devices() {}

  /** Such as Firefox on Linux. */
  public static String name(Device device, Words words) {
    if (device.equals(Device.UNKNOWN)) {
      return words.say("device.unknown");
    }
    if (device.browser().isEmpty() || device.system().isEmpty()) {
      return device.browser() + device.system();
    }
    return words.say("device.both", device.browser(), device.system());
  }

  public static Icon icon(Device device) {
    return HELD_IN_HANDS.contains(device.system()) ? Icon.PHONE : Icon.DESKTOP;
  }
}
