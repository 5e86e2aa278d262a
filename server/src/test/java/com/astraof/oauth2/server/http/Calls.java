package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

/** Requests that never went over a wire, for what reads only a part of them. */
public final class Calls {
  private Calls() {}

  /** With one header and nothing else. */
  public static Call with(String header, String value) {
    return call(Map.of(header, List.of(value)), new byte[0]);
  }

  /** With a body of this type. */
  public static Call with(String type, byte[] body) {
    return call(Map.of("content-type", List.of(type)), body);
  }

  private static Call call(Map<String, List<String>> headers, byte[] body) {
    return new Call(
        "id",
        TestClock.START,
        "203.0.113.9",
        new Call.Target("POST", "/", "", Map.of()),
        headers,
        new Body(new ByteArrayInputStream(body), body.length));
  }
}
