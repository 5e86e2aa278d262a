package com.astraof.oauth2.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Waits for the disk. */
final class Disk {
  private Disk() {}

  /** What was written to the file survives a power cut. */
  static void sync(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** So does that the file has this name. */
  static void syncFolderOf(Path file) throws IOException {
    try (var channel = FileChannel.open(file.toAbsolutePath().getParent())) {
      channel.force(true);
    }
  }
}
