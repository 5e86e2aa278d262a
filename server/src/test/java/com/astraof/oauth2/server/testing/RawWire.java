package com.astraof.oauth2.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** HTTP byte by byte, as no well-behaved client sends it. */
public final class RawWire {
  private static final int PATIENCE_MILLIS = 20_000;

  private RawWire() {}

  public static Socket connect(int port) throws IOException {
    var socket = new Socket("localhost", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  public static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Sends this and reads until the server hangs up, which it has to do by itself.
   *
   * @throws UncheckedIOException when it does not
   */
  public static String untilClosed(int port, String text) {
    try (var socket = connect(port)) {
      write(socket, text);
      return rest(socket);
    } catch (SocketTimeoutException e) {
      throw new UncheckedIOException("The server did not hang up on " + text, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server still says before it hangs up. */
  public static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
