package com.astraof.oauth2.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** HTTP to one server. Follows no redirect and keeps no cookie: a story sees everything. */
public final class Wire {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final String FORM = "application/x-www-form-urlencoded";

  private final URI base;

  public Wire(URI base) {
    this.base = base;
  }

  public Answer get(String path, Map<String, String> headers) {
    return send("GET", path, "", headers);
  }

  public Answer get(String path) {
    return get(path, Map.of());
  }

  /** A form, each name and value encoded. */
  public Answer form(String path, Map<String, String> fields, Map<String, String> headers) {
    return rawForm(path, encode(fields), headers);
  }

  /** A form whose body is already encoded, well or badly. */
  public Answer rawForm(String path, String body, Map<String, String> headers) {
    return send("POST", path, body, with(headers, "Content-Type", FORM));
  }

  public Answer json(String path, String body, Map<String, String> headers) {
    return send("POST", path, body, with(headers, "Content-Type", "application/json"));
  }

  public Answer send(String method, String path, String body, Map<String, String> headers) {
    UnaryOperator<HttpRequest.Builder> withHeaders =
        request -> {
          headers.forEach(request::header);
          return request;
        };
    var request =
        withHeaders
            .apply(HttpRequest.newBuilder(URI.create(base + path)))
            .timeout(Duration.ofSeconds(20))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      String shown = method + " " + path + " " + headers + "\n" + body;
      return new Answer(shown, CLIENT.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.putIfAbsent(name, value);
    return more;
  }
}
