package com.astraof.oauth2.server;

import com.astraof.oauth2.core.secret.Sha256;
import com.astraof.oauth2.server.Manifest.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The file that a backup is: a ZIP of the manifest and the database, which any tool can open. */
final class BackupArchive implements AutoCloseable {
  private static final String MANIFEST = "manifest.json";
  private static final String DATABASE = "astral.db";
  private static final int LARGEST_MANIFEST = 65_536;

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupArchive(Path file, ZipFile zip, Manifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  static void write(Path file, Manifest manifest, Path database) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(DATABASE));
      Files.copy(database, zip);
    }
  }

  /**
   * @throws CannotStart for anything but a whole backup
   */
  static BackupArchive open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CannotStart("There is no backup " + file + ".");
    }
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new CannotStart(file + " is cut off, damaged or no backup of this server.", e);
    }
    try {
      return new BackupArchive(file, zip, manifest(zip, file));
    } catch (CannotStart | IOException e) {
      zip.close();
      throw e;
    }
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null || zip.getEntry(DATABASE) == null) {
      throw foreign(file);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      String text = new String(in.readNBytes(LARGEST_MANIFEST), StandardCharsets.UTF_8);
      return Manifest.parse(text).orElseThrow(() -> foreign(file));
    } catch (ZipException e) {
      throw damaged(file, e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /**
   * Puts the database there, on disk.
   *
   * @param target an existing file, so that whoever made it decided who may read it
   * @throws CannotStart when it is not the one that the manifest names
   */
  void extract(Path target) throws IOException {
    Checksum found;
    try (InputStream in = zip.getInputStream(zip.getEntry(DATABASE));
        OutputStream out = Files.newOutputStream(target)) {
      found = copy(in, out, manifest.checksum().bytes());
    } catch (ZipException e) {
      throw damaged(file, e);
    }
    if (!found.equals(manifest.checksum())) {
      throw new CannotStart(
          file + " is damaged: its database is not the one that was put in. Take another backup.");
    }
    Disk.sync(target);
  }

  static Checksum checksum(Path database) throws IOException {
    try (InputStream in = Files.newInputStream(database)) {
      return copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE);
    }
  }

  /** Gives up after the bytes that were announced: what goes on longer is not the same. */
  private static Checksum copy(InputStream in, OutputStream out, long most) throws IOException {
    var digest = Sha256.begun();
    var source = new DigestInputStream(in, digest);
    byte[] portion = new byte[65_536];
    long bytes = 0;
    int read = source.read(portion);
    while (read >= 0 && bytes <= most) {
      out.write(portion, 0, read);
      bytes += read;
      read = source.read(portion);
    }
    return new Checksum(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  private static CannotStart foreign(Path file) {
    return new CannotStart(file + " is no backup of this server, or one of a newer version of it.");
  }

  private static CannotStart damaged(Path file, ZipException cause) {
    return new CannotStart(file + " is damaged. Take another backup.", cause);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
