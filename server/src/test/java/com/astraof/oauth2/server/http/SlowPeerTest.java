package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.TestClock;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.rest.ApiErrors;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.RawWire;
import com.astraof.oauth2.server.testing.Wire;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Peers that dawdle or come in crowds, against a server with little patience and few places. */
final class SlowPeerTest {
  private static final int LARGE = 50_000_000;
  private static final Bounds TIGHT =
      new Bounds(
          8,
          2,
          Duration.ofSeconds(2),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofSeconds(2));

  private final CountDownLatch arrived = new CountDownLatch(2);
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpServer server = start();

  private HttpServer start() {
    var routes =
        List.of(
            route("GET", "/quick", call -> Reply.text(200, "text/plain", "quick")),
            route("POST", "/echo", call -> Reply.text(200, "text/plain", call.body().utf8())),
            route("GET", "/large", call -> Reply.bytes(200, "x/y", new byte[LARGE])),
            route("GET", "/waits", this::waits));
    var listener = new HttpServer.Listener("localhost", 0, TrustedProxies.NONE);
    var table = new Routes(routes, path -> new ApiErrors(), Map.of(), Witness.NOBODY, TIGHT);
    return HttpServer.start(listener, TIGHT, table, new TestClock(), new SystemEntropy());
  }

  private static Route route(String method, String path, Endpoint endpoint) {
    return new Route(method, path, new Access.Anyone(), new ApiErrors(), endpoint);
  }

  private Reply waits(Call call) {
    arrived.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Reply.text(200, "text/plain", "done");
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
  }

  private Answer quick() {
    return new Wire(URI.create("http://localhost:" + server.port())).get("/quick");
  }

  @Test
  @Attack("S-02")
  void half_a_request_is_waited_for_a_while_and_then_hung_up_on() {
    for (String half :
        List.of(
            "",
            "GET /qui",
            "GET /quick HTTP/1.1\r\n",
            "GET /quick HTTP/1.1\r\nHost: x\r\nX-Half",
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf",
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf")) {
      assertThat(RawWire.untilClosed(server.port(), half)).as(half).doesNotContain("200");
    }
    quick().hasStatus(200);
  }

  @Test
  @Attack("S-02")
  void a_large_body_that_nobody_asked_for_is_no_next_request() {
    String body = "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n".repeat(3_000);
    for (int sent : new int[] {0, 9, 40_000, body.length()}) {
      String head = "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length();

      String answer =
          RawWire.untilClosed(server.port(), head + "\r\n\r\n" + body.substring(0, sent));

      assertThat(answer)
          .startsWith("HTTP/1.1 404")
          .contains("Connection: close")
          .doesNotContain("HTTP/1.1 200");
    }
  }

  @Test
  @Attack("S-02")
  void byte_after_byte_is_no_way_to_stay() throws IOException {
    for (String begin :
        List.of(
            "GET /quick HTTP/1.1\r\nX-Slow: ",
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n")) {
      try (var socket = RawWire.connect(server.port())) {
        RawWire.write(socket, begin);
        assertThat(bytesUntilClosed(socket)).as(begin).isLessThan(1_000);
      }
    }
  }

  /** Sends one byte every now and then. */
  private static int bytesUntilClosed(Socket socket) throws IOException {
    socket.setSoTimeout(20);
    for (int sent = 0; sent < 1_000; sent++) {
      try {
        if (socket.getInputStream().read() < 0) {
          return sent;
        }
      } catch (SocketTimeoutException e) {
        // Still there.
        try {
          RawWire.write(socket, "a");
        } catch (SocketException closed) {
          return sent;
        }
      } catch (SocketException e) {
        return sent;
      }
    }
    return Integer.MAX_VALUE;
  }

  @Test
  @Attack("S-02")
  void an_answer_that_is_not_taken_is_given_up() throws IOException {
    try (var socket = RawWire.connect(server.port())) {
      RawWire.write(socket, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
      // Each of these is hung up on later than an answer of which nothing is taken.
      for (int i = 0; i < 3; i++) {
        RawWire.untilClosed(server.port(), "GET /quick HTTP/1.1\r\n");
      }

      assertThat(taken(socket)).isLessThan(LARGE);
    }
  }

  private static long taken(Socket socket) throws IOException {
    long taken = 0;
    var buffer = new byte[1 << 20];
    try {
      for (int count; (count = socket.getInputStream().read(buffer)) >= 0; ) {
        taken += count;
      }
    } catch (SocketException e) {
      // Cut off, as it should be.
      return taken;
    }
    return taken;
  }

  @Test
  @Attack("S-02")
  void more_requests_than_there_are_places_are_turned_away_at_once() throws Exception {
    var wire = new Wire(URI.create("http://localhost:" + server.port()));
    var first = Thread.ofVirtual().start(() -> wire.get("/waits").hasStatus(200));
    var second = Thread.ofVirtual().start(() -> wire.get("/waits").hasStatus(200));
    arrived.await();

    quick().deniedWith(503, "GENERAL_ERROR").hasHeader("Retry-After", "1");

    released.countDown();
    first.join();
    second.join();
    quick().hasStatus(200);
  }

  @Test
  @Attack("S-02")
  void a_crowd_that_only_holds_the_line_lets_others_in_again() {
    Together.times(
        40, () -> RawWire.untilClosed(server.port(), "GET /quick HTTP/1.1\r\nHost: x\r\nX-Half"));

    quick().hasStatus(200);
  }
}
