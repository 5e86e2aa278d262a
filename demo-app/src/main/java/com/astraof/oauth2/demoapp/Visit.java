package com.astraof.oauth2.demoapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request: what it asks for, what it sends, and the session or the access token that it names.
 */
record Visit(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> form,
    @Nullable String sessionId,
    @Nullable String bearer) {
  /** Far more than any form of this app fills; the rest of a longer body is not read. */
  private static final int LONGEST_FORM = 8 * 1024;

  private static final String BEARER = "Bearer ";

  Visit {
    query = Map.copyOf(query);
    form = Map.copyOf(form);
  }

  static Visit read(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var body = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), UTF_8);
    return new Visit(
        exchange.getRequestMethod(),
        requireNonNullElse(uri.getPath(), ""),
        URLUtils.parseParameters(requireNonNullElse(uri.getRawQuery(), "")),
        URLUtils.parseParameters(body),
        sessionCookie(exchange.getRequestHeaders().getOrDefault("Cookie", List.of())),
        bearer(exchange.getRequestHeaders().getFirst("Authorization")));
  }

  /** The value of a form field that was sent exactly once. */
  @Nullable String field(String name) {
    var values = form.getOrDefault(name, List.of());
    return values.size() == 1 ? values.getFirst() : null;
  }

  private static @Nullable String bearer(@Nullable String header) {
    return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
  }

  private static @Nullable String sessionCookie(List<String> headers) {
    for (String header : headers) {
      for (String cookie : header.split(";", -1)) {
        var text = cookie.strip();
        if (text.startsWith(Reply.COOKIE + "=")) {
          return text.substring(Reply.COOKIE.length() + 1);
        }
      }
    }
    return null;
  }
}
