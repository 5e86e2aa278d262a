package com.astraof.oauth2.server.picture;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * How a camera was held. The values are those of Exif: 1 is upright, the even ones are mirrored,
 * from 5 on the picture lies on its side.
 */
record Orientation(int value) {
  private static final Orientation UPRIGHT = new Orientation(1);

  /** Of a JPEG; upright when it does not say or says nonsense. */
  static Orientation of(byte[] jpeg) {
    try {
      var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg));
      for (JPEGSegment segment : JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif")) {
        InputStream exif = segment.data();
        exif.skipNBytes(1);
        Entry entry =
            new TIFFReader()
                .read(new MemoryCacheImageInputStream(exif))
                .getEntryById(TIFF.TAG_ORIENTATION);
        if (entry != null && entry.getValue() instanceof Number number) {
          int value = number.intValue();
          return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
        }
      }
    } catch (IOException | RuntimeException e) {
      // A picture whose notes cannot be read is still a picture.
      return UPRIGHT;
    }
    return UPRIGHT;
  }

  BufferedImage upright(BufferedImage image) {
    if (value == 1) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean onItsSide = value >= 5;
    var turned =
        new BufferedImage(
            onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.drawImage(image, transform(width, height), null);
    graphics.dispose();
    return turned;
  }

  private AffineTransform transform(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
