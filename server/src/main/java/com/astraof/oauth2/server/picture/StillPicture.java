package com.astraof.oauth2.server.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A picture that does not move, as PNG. */
final class StillPicture {
  private static final int LONGEST_SIDE = 512;
  private static final int LARGEST_SIDE_READ = 16_384;
  private static final long MOST_PIXELS_READ = 50_000_000;

  private StillPicture() {}

  static byte[] reencode(byte[] upload, Format format) throws IOException {
    BufferedImage image = decode(upload, format);
    double factor = Shrinking.factor(image.getWidth(), image.getHeight(), LONGEST_SIDE);
    BufferedImage small = Shrinking.by(factor, image);
    BufferedImage upright = format == Format.JPEG ? Orientation.of(upload).upright(small) : small;
    var out = new ByteArrayOutputStream();
    ImageIO.write(upright, "png", out);
    return out.toByteArray();
  }

  private static BufferedImage decode(byte[] upload, Format format) throws IOException {
    ImageReader reader = format.reader(upload, false);
    try {
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (Math.max(width, height) > LARGEST_SIDE_READ || (long) width * height > MOST_PIXELS_READ) {
        throw new TooManyPixels();
      }
      var parameters = reader.getDefaultReadParam();
      // Of a huge picture only every so many pixels are kept, twice as many as are needed.
      int every = Math.max(1, Math.max(width, height) / (4 * LONGEST_SIDE));
      parameters.setSourceSubsampling(every, every, 0, 0);
      return reader.read(0, parameters);
    } finally {
      reader.dispose();
    }
  }
}
