package com.astraof.oauth2.bench.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One visitor's connection, with at most one request under way. */
final class Connection implements AutoCloseable {
  private final InetSocketAddress to;
  private final Selector selector;
  private final Visitor visitor;
  private final AnswerReader reader = new AnswerReader();
  private SocketChannel channel;
  private boolean isAsked;
  private long due;

  Connection(InetSocketAddress to, Selector selector, Visitor visitor) throws IOException {
    this.to = to;
    this.selector = selector;
    this.visitor = visitor;
    this.channel = open();
  }

  private SocketChannel open() throws IOException {
    var opened = SocketChannel.open(to);
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    opened.configureBlocking(false);
    opened.register(selector, SelectionKey.OP_READ, this);
    return opened;
  }

  Visitor visitor() {
    return visitor;
  }

  /** When the request under way should have left. */
  long due() {
    return due;
  }

  void send(Request request, long dueAt) throws IOException {
    due = dueAt;
    isAsked = true;
    ByteBuffer bytes = request.bytes();
    // A few hundred bytes on an idle connection: the system's buffer takes them.
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Null until the answer is complete. */
  @Nullable Answer receive(ByteBuffer buffer) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      hungUp();
      return null;
    }
    reader.add(buffer.flip());
    Answer answer = reader.take();
    if (answer != null) {
      isAsked = false;
      if (Heads.has(answer.head(), "Connection", "close")) {
        reopen();
      }
    }
    return answer;
  }

  /** Between two requests a server may. */
  private void hungUp() throws IOException {
    if (isAsked) {
      throw new EOFException("The server hung up on a request");
    }
    reopen();
  }

  private void reopen() throws IOException {
    channel.close();
    channel = open();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
