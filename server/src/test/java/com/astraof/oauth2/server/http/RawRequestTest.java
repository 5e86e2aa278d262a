package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests that no well-behaved client sends, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RawRequestTest {
  private final TestServer server = TestServer.start();

  @AfterAll
  void stop() {
    server.close();
  }

  private String send(String requestLine, String rest) throws IOException {
    try (var socket = new Socket("localhost", server.astral().port())) {
      socket.setSoTimeout(10_000);
      String request = requestLine + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + rest;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_query_that_cannot_be_read_is_told_on_a_page() throws IOException {
    for (String query :
        new String[] {"client_id=%", "client_id=%zz", "client_id=%ff", "%00=%c0%80"}) {
      assertThat(send("GET /oauth2/authorize?" + query, "\r\n"))
          .startsWith("HTTP/1.1 400")
          .contains("text/html", "<h1");
    }
  }

  @Test
  @Attack("S-02")
  void oversized_requests_are_refused() throws IOException {
    String big = "a".repeat(70_000);
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";

    assertThat(send("GET /" + big, "\r\n")).startsWith("HTTP/1.1 414");
    assertThat(send("GET /", "X-Big: " + big + "\r\n\r\n")).startsWith("HTTP/1.1 431");
    assertThat(send("POST /api/v1/oauth2/token", form + "Content-Length: 70000\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  @Attack("S-02")
  void a_body_of_unknown_length_is_read_only_as_far_as_may_be() throws IOException {
    String chunked =
        "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";
    String big = "11170\r\n" + "a".repeat(70_000) + "\r\n0\r\n\r\n";

    assertThat(send("POST /api/v1/oauth2/token", chunked + big))
        .startsWith("HTTP/1.1 413")
        .contains("invalid_request");
    assertThat(send("POST /login", chunked + big)).startsWith("HTTP/1.1 413").contains("<h1");
    assertThat(send("POST /api/v1/auth/login", chunked + "zz\r\nab\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  @Attack("S-02")
  void a_request_with_two_lengths_is_never_read_as_two_requests() throws IOException {
    String smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    String answer =
        send(
            "POST /api/v1/oauth2/token",
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled);

    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("HTTP/1.1 404");
  }

  @Test
  @Attack("S-03")
  void a_header_that_comes_twice_is_refused_where_it_matters() throws IOException {
    assertThat(
            send(
                "GET /api/v1/users/@me",
                "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("INVALID_FORM_BODY");
  }
}
