package com.astraof.oauth2.demoapp;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser with a cookie jar, which follows redirects from the app to the server and back. */
final class Browser implements AutoCloseable {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  final CookieManager cookies = new CookieManager();
  private final URI home;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  Browser(URI home) {
    this.home = home;
  }

  HttpResponse<String> open(String path) {
    return send(HttpRequest.newBuilder(home.resolve(path)).build());
  }

  HttpResponse<String> signIn() {
    return open("/signin");
  }

  /** Presses a button of the page that the browser shows. */
  HttpResponse<String> press(String id, HttpResponse<String> page) {
    var csrf = CSRF.matcher(page.body());
    if (!csrf.find()) {
      throw new AssertionError("No button on this page:\n" + page.body());
    }
    return post("/" + id, "csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
  }

  HttpResponse<String> post(String path, String form) {
    return send(
        HttpRequest.newBuilder(home.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(request + " was interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
