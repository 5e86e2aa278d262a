package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.floor.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a server under test stands on.
 *
 * @param folder of this run, for what it writes
 * @param peers where the other servers were unpacked
 * @param people how many it has to know
 */
public record Ground(Path folder, Path peers, Postgres postgres, int people) {
  /** A folder of its own. */
  Path folder(String name) {
    try {
      return Files.createTempDirectory(folder, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
