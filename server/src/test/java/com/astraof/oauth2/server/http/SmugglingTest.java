package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.RawWire;
import com.astraof.oauth2.server.testing.TestServer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where a request ends is never left to interpretation, and what is none gets one answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SmugglingTest {
  private static final String TOKEN = "/api/v1/oauth2/token";
  private static final String POST = "POST " + TOKEN + " HTTP/1.1\r\nHost: x\r\n";
  private static final String NEXT = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

  private final TestServer server = TestServer.start();

  @AfterAll
  void stop() {
    server.close();
  }

  private String send(String request) {
    return RawWire.untilClosed(server.astral().port(), request);
  }

  private static void isOneRefusal(String answer, int status) {
    assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.toLowerCase(Locale.ROOT)).contains("connection: close");
  }

  @Test
  @Attack("S-02")
  @Rfc(value = 9112, section = "6.3")
  void a_body_whose_length_is_in_doubt_is_refused_and_nothing_after_it_is_read() {
    for (String framing :
        List.of(
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "Content-Length: 3\r\nContent-Length: 4\r\n\r\na=b",
            "Content-Length: 3, 4\r\n\r\na=b",
            "Content-Length: +3\r\n\r\na=b",
            "Content-Length: -3\r\n\r\na=b",
            "Content-Length: 0x3\r\n\r\na=b",
            "Content-Length: 99999999999999999999\r\n\r\na=b",
            "Transfer-Encoding: identity\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n")) {
      isOneRefusal(send(POST + framing + NEXT), 400);
    }
  }

  @Test
  @Attack("S-02")
  @Rfc(value = 9112, section = "5.1")
  void a_header_that_others_might_read_differently_is_refused() {
    for (String header :
        List.of(
            "Content-Length : 3",
            "Transfer-Encoding : chunked",
            " Content-Length: 3",
            "X-Folded: a\r\n Content-Length: 3",
            "X-Nul: a\u0000b",
            "X-Bare-Cr: a\rContent-Length: 3",
            "X-Bare-Lf: a\nContent-Length: 3",
            "No colon at all",
            "Sp ace: x",
            "Content-Encoding: gzip\r\nContent-Length: 3",
            "Host: y")) {
      isOneRefusal(send(POST + header + "\r\n\r\n" + NEXT), 400);
    }
    isOneRefusal(send("GET /login HTTP/1.1\r\n\r\n" + NEXT), 400);
    isOneRefusal(send("GET /login HTTP/1.1\nHost: x\n\n" + NEXT), 400);
  }

  @Test
  @Attack("S-02")
  void a_small_body_that_nobody_asked_for_leaves_the_connection_as_it_was() {
    String first = "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=b";
    String last = "GET /.well-known/jwks.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    String answers = send(first + last);

    assertThat(answers).startsWith("HTTP/1.1 404").contains("HTTP/1.1 200", "\"keys\"");
  }

  @Test
  @Attack("S-02")
  void a_broken_chunk_is_told_in_the_routes_own_words() {
    String chunked =
        "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";

    String answer = send(POST + chunked + "zz\r\nab\r\n0\r\n\r\n" + NEXT);

    isOneRefusal(answer, 400);
    assertThat(answer).contains("invalid_request");
  }

  @Test
  @Attack("S-02")
  void what_the_engine_refuses_has_the_shape_and_the_headers_of_every_other_error() {
    String big = "a".repeat(70_000);
    String tooLong = " HTTP/1.1\r\nHost: x\r\nX-Big: " + big + "\r\n\r\n";

    isWorded(send("POST " + TOKEN + tooLong), 431, "application/json", "\"invalid_request\"");
    isWorded(send("GET /api/v1/users/@me" + tooLong), 431, "application/json", "GENERAL_ERROR");
    isWorded(send("GET /login" + tooLong), 431, "text/html", "<h1");
    isWorded(send("GET /" + big + " HTTP/1.1\r\n\r\n"), 414, "text/html", "<h1");
    isWorded(send("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"), 400, "text/html", "<h1");
    isWorded(send("GET /api/%zz HTTP/1.1\r\nHost: x\r\n\r\n"), 400, "json", "GENERAL_ERROR");
    isWorded(send("GET /login HTTP/1.0\r\n\r\n"), 505, "text/html", "<h1");
    isWorded(send("nonsense\r\n\r\n"), 400, "text/html", "<h1");
    String huge = "Content-Length: 99999999999\r\n\r\n";
    isWorded(send(POST + huge), 413, "application/json", "\"invalid_request\"");
  }

  private static void isWorded(String answer, int status, String type, String words) {
    isOneRefusal(answer, status);
    assertThat(answer)
        .contains("X-Request-Id: ", "X-Content-Type-Options: nosniff", "Cache-Control: no-store")
        .contains("Content-Type: ", type, words);
  }
}
