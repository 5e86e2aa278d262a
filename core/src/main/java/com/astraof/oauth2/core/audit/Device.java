package com.astraof.oauth2.core.audit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What someone uses, in the words that people know it by. A courtesy for recognising one's own
 * devices: it is what the device says of itself, and nothing is ever decided by it.
 *
 * @param browser such as {@code Firefox}; empty when it does not say
 * @param system such as {@code Linux}; empty when it does not say
 */
public record Device(String browser, String system) {
  public static final Device UNKNOWN = new Device("", "");

  private static final int LONGEST = 512;

  /** In this order: most browsers also name those that they want to be taken for. */
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edge", "Edg(e|A|iOS)?/"),
          new Sign("Opera", "OPR/|Opera"),
          new Sign("Samsung Internet", "SamsungBrowser/"),
          new Sign("Vivaldi", "Vivaldi/"),
          new Sign("Firefox", "Firefox/|FxiOS/"),
          new Sign("Chrome", "Chrome/|CriOS/|Chromium/"),
          new Sign("Safari", "Version/[0-9.]+ .*Safari/"),
          new Sign("curl", "^curl/"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("ChromeOS", "CrOS"),
          new Sign("Windows", "Windows"),
          new Sign("macOS", "Mac OS X|Macintosh"),
          new Sign("Linux", "Linux|X11"));

  /** Reads a {@code User-Agent} header (RFC 9110 §10.1.5), of which nothing else is kept. */
  public static Device read(String userAgent) {
    String text = userAgent.substring(0, Math.min(userAgent.length(), LONGEST));
    return new Device(first(BROWSERS, text), first(SYSTEMS, text));
  }

  private static String first(List<Sign> signs, String text) {
    for (Sign sign : signs) {
      if (sign.pattern.matcher(text).find()) {
        return sign.name;
      }
    }
    return "";
  }

  private record Sign(String name, Pattern pattern) {
    Sign(String name, String pattern) {
      this(name, Pattern.compile(pattern));
    }
  }
}
