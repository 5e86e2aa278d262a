package com.astraof.oauth2.bench.floor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * No server at all: whatever is sent, the same bytes come back. Shows what the generator can do.
 */
public final class CannedServer {
  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n" + "x".repeat(200)).getBytes(US_ASCII);

  private CannedServer() {}

  /** Listens on the port that it is given until it is killed. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    try (var selector = Selector.open();
        var server = ServerSocketChannel.open()) {
      server
          .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
          .configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
      var buffer = ByteBuffer.allocateDirect(64 * 1024);
      var answer = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);
      while (true) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          serve(key, selector, buffer, answer);
        }
        selector.selectedKeys().clear();
      }
    }
  }

  private static void serve(
      SelectionKey key, Selector selector, ByteBuffer buffer, ByteBuffer answer)
      throws IOException {
    if (key.channel() instanceof ServerSocketChannel server) {
      server.accept().configureBlocking(false).register(selector, SelectionKey.OP_READ);
      return;
    }
    var channel = (SocketChannel) key.channel();
    if (channel.read(buffer.clear()) < 0) {
      channel.close();
      return;
    }
    channel.write(answer.flip());
  }
}
