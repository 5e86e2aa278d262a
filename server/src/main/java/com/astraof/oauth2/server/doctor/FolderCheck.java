package com.astraof.oauth2.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/** The data folder: whether the server can work in it, and who else can. */
public final class FolderCheck {
  private static final String NAME = "data folder";
  private static final long MEBIBYTE = 1L << 20;

  /** Below the one somebody should know; below the other writes are about to fail. */
  private static final long LITTLE = 1_024;

  private static final long NOTHING = 64;

  private FolderCheck() {}

  public static List<Finding> look(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of(
          Finding.problem(
              NAME,
              folder + " is not there",
              "Name the right one with --data or ASTRAL_DATA; the first start makes it."));
    }
    if (!Files.isWritable(folder)) {
      return List.of(
          Finding.problem(
              NAME,
              folder + " cannot be written by this user",
              "Run this as the server's user, or give the folder to that: chown -R."));
    }
    var findings = new ArrayList<Finding>();
    try {
      findings.add(rights(folder));
      findings.add(space(folder, Files.getFileStore(folder).getUsableSpace() / MEBIBYTE));
    } catch (IOException e) {
      findings.add(Finding.problem(NAME, folder + " cannot be read: " + e, "Mend the disk."));
    }
    return findings;
  }

  private static Finding rights(Path folder) throws IOException {
    var rights = Files.getPosixFilePermissions(folder);
    boolean isOpen =
        rights.contains(PosixFilePermission.OTHERS_READ)
            || rights.contains(PosixFilePermission.OTHERS_WRITE);
    return isOpen
        ? Finding.warning(
            NAME, "everybody on this machine may look into " + folder, "chmod o-rwx " + folder)
        : Finding.ok(NAME, folder + " can be written");
  }

  private static Finding space(Path folder, long free) {
    String says = free + " MiB are free";
    String todo = "Make room on the disk of " + folder + ": a full one refuses every write.";
    if (free < NOTHING) {
      return Finding.problem("disk", says, todo);
    }
    return free < LITTLE ? Finding.warning("disk", says, todo) : Finding.ok("disk", says);
  }
}
