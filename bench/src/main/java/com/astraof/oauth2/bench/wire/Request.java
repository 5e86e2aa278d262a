package com.astraof.oauth2.bench.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** A request as it goes over the wire. */
public record Request(ByteBuffer bytes) {
  private static final String VERSION = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";

  /**
   * @param headers lines, each with its end
   */
  public static Request get(String path, String headers) {
    return of("GET " + path + VERSION + headers + "\r\n");
  }

  /** As {@link #get}, with a form. */
  public static Request form(String path, String headers, String form) {
    return post(path, headers, "application/x-www-form-urlencoded", form);
  }

  /** As {@link #get}, with JSON of ASCII alone. */
  public static Request json(String path, String headers, String json) {
    return post(path, headers, "application/json", json);
  }

  private static Request post(String path, String headers, String type, String body) {
    return of(
        "POST "
            + path
            + VERSION
            + headers
            + "Content-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static Request of(String text) {
    return new Request(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
  }
}
