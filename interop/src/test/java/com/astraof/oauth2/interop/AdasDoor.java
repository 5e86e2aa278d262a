package com.astraof.oauth2.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.UnaryOperator;

/** Where programs in other languages ask Ada to open an address or to enter a code. */
final class AdasDoor implements AutoCloseable {
  private final HttpServer server;

  AdasDoor(Ada ada) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answers("/approve", address -> ada.approves(URI.create(address)).toString());
    answers(
        "/enter",
        userCode -> {
          ada.enters(userCode);
          return userCode;
        });
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answers(String path, UnaryOperator<String> ask) {
    server.createContext(path, exchange -> answer(exchange, ask));
  }

  /** What went wrong goes to the program too, which then fails with it. */
  private static void answer(HttpExchange exchange, UnaryOperator<String> ask) throws IOException {
    try (exchange) {
      String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      int status = 200;
      String said;
      try {
        said = ask.apply(asked);
      } catch (RuntimeException | AssertionError e) {
        status = 500;
        said = e.toString();
      }
      byte[] body = said.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
