package com.astraof.oauth2.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another one, until all its connections are cut. */
final class Link implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Link(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  static Link to(int target) {
    try {
      var link = new Link(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().name("link").start(link::welcome);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        Thread.ofVirtual().start(() -> connect(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    var far = new Socket();
    open.add(near);
    open.add(far);
    try {
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      Thread.ofVirtual().start(() -> pass(far, near));
    } catch (IOException nobodyThere) {
      drop(near);
      drop(far);
      return;
    }
    pass(near, far);
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // Both ends learn of it below.
    } finally {
      drop(from);
      drop(to);
    }
  }

  private void drop(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Then it is as it should be.
    }
  }

  /** Breaks all connections, whatever they are about; new ones are let through. */
  void cut() {
    Set.copyOf(open).forEach(this::drop);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
