package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Instants as they travel: ISO 8601 in UTC, always with milliseconds. */
final class Timestamps {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  static String text(Instant instant) {
    return FORMAT.format(instant);
  }

  /**
   * @param path which field it is
   * @throws MalformedRequest when it is no such instant
   */
  static Instant read(String text, String path) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new MalformedRequest("This must be an instant in ISO 8601, in UTC.", path);
    }
  }
}
