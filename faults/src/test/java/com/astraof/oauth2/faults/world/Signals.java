package com.astraof.oauth2.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Does to processes what Java has no word for. */
final class Signals {
  private Signals() {}

  static void send(String signal, long process) {
    run(List.of("kill", "-" + signal, Long.toString(process)));
  }

  /** No file of the process may grow beyond so many bytes; writing there fails. */
  static void limitFiles(long process, String bytes) {
    run(List.of("prlimit", "--pid", Long.toString(process), "--fsize=" + bytes + ":unlimited"));
  }

  private static void run(List<String> command) {
    try {
      int code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(command + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
