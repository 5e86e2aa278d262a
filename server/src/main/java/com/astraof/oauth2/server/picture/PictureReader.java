package com.astraof.oauth2.server.picture;

import com.astraof.oauth2.core.picture.StoredPicture;
import com.astraof.oauth2.core.secret.Sha256;
import com.astraof.oauth2.server.http.Overloaded;
import com.astraof.oauth2.server.picture.Reading.Accepted;
import com.astraof.oauth2.server.picture.Reading.Refusal;
import com.astraof.oauth2.server.picture.Reading.Refused;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns uploaded bytes into a picture of our own making: PNG of at most 512 pixels a side, or a
 * moving GIF of at most 256. Nothing of the upload itself is kept, so whatever else hid in it is
 * gone.
 *
 * <p>The format is told by the bytes alone. Pixels are counted before any is decoded, and two
 * pictures are decoded at a time, so that memory stays below about 300 MiB at worst.
 */
public final class PictureReader {
  /** Bytes, as contract 1.6 has it. */
  public static final int LARGEST = 10 * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(PictureReader.class);
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 5;
  private static final int HASH_BYTES = 16;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * @throws Overloaded when too many are being decoded already
   */
  public Reading read(byte[] upload) {
    if (upload.length > LARGEST) {
      return new Refused(Refusal.TOO_LARGE);
    }
    Optional<Format> format = Format.of(upload);
    if (format.isEmpty()) {
      return new Refused(Refusal.UNKNOWN_FORMAT);
    }
    takePlace();
    try {
      return new Accepted(decode(upload, format.get()));
    } catch (TooManyPixels e) {
      return new Refused(Refusal.TOO_MANY_PIXELS);
    } catch (IOException | RuntimeException e) {
      // Decoders throw all sorts of things at damaged pictures.
      log.debug("A picture cannot be decoded", e);
      return new Refused(Refusal.DAMAGED);
    } finally {
      places.release();
    }
  }

  private static StoredPicture decode(byte[] upload, Format format) throws IOException {
    if (format == Format.GIF) {
      Optional<byte[]> moving = MovingPicture.reencode(upload);
      if (moving.isPresent()) {
        return new StoredPicture("a_" + hash(moving.get()), "image/gif", moving.get());
      }
    }
    byte[] still = StillPicture.reencode(upload, format);
    return new StoredPicture(hash(still), "image/png", still);
  }

  private static String hash(byte[] content) {
    return HexFormat.of().formatHex(Sha256.of(content), 0, HASH_BYTES);
  }

  private void takePlace() {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Overloaded("Too many pictures are being decoded");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded("The server is stopping");
    }
  }
}
