package com.astraof.oauth2.server.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats that are taken, by their first bytes. */
enum Format {
  PNG("png", "89504E470D0A1A0A"),
  JPEG("jpeg", "FFD8FF"),
  GIF("gif", "474946383?61"),
  WEBP("webp", "52494646????????57454250");

  private final String name;
  private final String signature;

  Format(String name, String signature) {
    this.name = name;
    this.signature = signature;
  }

  static Optional<Format> of(byte[] bytes) {
    var start = new StringBuilder();
    for (int i = 0; i < Math.min(bytes.length, 12); i++) {
      start.append(String.format("%02X", bytes[i]));
    }
    return Arrays.stream(values()).filter(format -> format.begins(start)).findFirst();
  }

  private boolean begins(CharSequence start) {
    if (start.length() < signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      if (signature.charAt(i) != '?' && signature.charAt(i) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A reader on the bytes; to be disposed of.
   *
   * @param withMetadata whether more than pixels is of interest
   */
  ImageReader reader(byte[] bytes, boolean withMetadata) throws IOException {
    ImageReader reader =
        this == WEBP
            ? new WebPImageReaderSpi().createReaderInstance(null)
            : ImageIO.getImageReadersByFormatName(name).next();
    reader.setInput(new EndingStream(bytes), false, !withMetadata);
    return reader;
  }
}
