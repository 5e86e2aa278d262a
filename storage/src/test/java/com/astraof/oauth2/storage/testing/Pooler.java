package com.astraof.oauth2.storage.testing;

import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.DatabaseAddress.Host;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and a PostgreSQL server, and tells clients a pid of its own at the
 * connection, as poolers do.
 */
public final class Pooler implements AutoCloseable {
  private static final int KEY = 'K';
  private static final int READY = 'Z';

  private final DatabaseAddress.Postgres server;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  public Pooler(DatabaseAddress.Postgres server) {
    this.server = server;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::admit);
  }

  /** The server's database as it is reached through here. */
  public DatabaseAddress.Postgres address() {
    return new DatabaseAddress.Postgres(
        List.of(new Host("localhost", door.getLocalPort())),
        server.database(),
        server.user(),
        server.password(),
        Map.of("sslmode", "disable", "prepareThreshold", "0"));
  }

  private void admit() {
    try {
      while (true) {
        Socket client = door.accept();
        Host host = server.hosts().getFirst();
        var backend = new Socket(host.name(), host.port());
        open.addAll(List.of(client, backend));
        Thread.ofVirtual().start(() -> carry(client, backend));
        Thread.ofVirtual().start(() -> introduce(backend, client));
      }
    } catch (IOException closed) {
      // That is how it ends.
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // One of them has gone, and now both have.
    }
  }

  private static void introduce(Socket backend, Socket client) {
    try {
      var in = new DataInputStream(backend.getInputStream());
      var out = new DataOutputStream(client.getOutputStream());
      int type;
      do {
        type = in.readUnsignedByte();
        byte[] body = new byte[in.readInt() - Integer.BYTES];
        in.readFully(body);
        if (type == KEY) {
          body[0] ^= 0x11;
        }
        out.writeByte(type);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
        out.flush();
      } while (type != READY);
    } catch (IOException ended) {
      // What follows ends as well.
    }
    carry(backend, client);
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
