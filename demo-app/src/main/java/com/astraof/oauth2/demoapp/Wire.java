package com.astraof.oauth2.demoapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.astraof.oauth2.demoapp.Journal.Step;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the OAuth library's requests to Astral and writes each one down in a {@link Journal}.
 *
 * <p>An answer has to be complete within {@link #PATIENCE}. Redirects are not followed: a token
 * must not travel to an address that nobody asked for.
 */
final class Wire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_ANSWER = 1024 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  HTTPResponse send(HTTPRequest request, String purpose, Journal journal) throws IOException {
    var result = "no answer";
    try {
      var response = request.send(this::exchange);
      result = String.valueOf(response.getStatusCode());
      return response;
    } finally {
      journal.add(
          new Step(purpose, request.getMethod().name(), request.getURI().getPath(), result));
    }
  }

  private HTTPResponse exchange(ReadOnlyHTTPRequest request) throws IOException {
    var answer =
        http.sendAsync(
            translate(request),
            BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST_ANSWER));
    try {
      return translate(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new IOException("No answer within " + PATIENCE.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw new IOException("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for an answer", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest translate(ReadOnlyHTTPRequest request) {
    var body = request.getBody();
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8);
    var builder =
        HttpRequest.newBuilder(request.getURI()).method(request.getMethod().name(), publisher);
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  private static HTTPResponse translate(HttpResponse<String> answer) {
    var response = new HTTPResponse(answer.statusCode());
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> response.setHeader("Content-Type", type));
    response.setBody(answer.body());
    return response;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
