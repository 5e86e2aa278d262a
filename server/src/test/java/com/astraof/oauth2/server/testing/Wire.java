package com.astraof.oauth2.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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

  /** A form with fields and one file (RFC 7578). */
  public Answer upload(
      String path,
      Map<String, String> fields,
      String name,
      byte[] file,
      Map<String, String> headers) {
    var body = new ByteArrayOutputStream();
    fields.forEach((field, value) -> body.writeBytes(part(field, "", value.getBytes(UTF_8))));
    body.writeBytes(part(name, "; filename=\"me.png\"", file));
    body.writeBytes("--edge--\r\n".getBytes(UTF_8));
    var withType = with(headers, "Content-Type", "multipart/form-data; boundary=edge");
    return send("POST", path, body.toByteArray(), withType, name + "=…");
  }

  private static byte[] part(String name, String more, byte[] content) {
    var part = new ByteArrayOutputStream();
    String header = "Content-Disposition: form-data; name=\"" + name + "\"" + more;
    part.writeBytes(("--edge\r\n" + header + "\r\n\r\n").getBytes(UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(UTF_8));
    return part.toByteArray();
  }

  public Answer send(String method, String path, String body, Map<String, String> headers) {
    return send(method, path, body.getBytes(UTF_8), headers, body);
  }

  private Answer send(
      String method, String path, byte[] body, Map<String, String> headers, String shownBody) {
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
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .build();
    try {
      String shown = method + " " + path + " " + headers + "\n" + shownBody;
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

  public static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.putIfAbsent(name, value);
    return more;
  }
}
