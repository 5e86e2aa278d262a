package com.astraof.oauth2.server.picture;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A GIF that moves, frame by frame as it is seen. */
final class MovingPicture {
  private static final int LONGEST_SIDE = 256;
  private static final int MOST_FRAMES = 200;
  private static final int LARGEST_CANVAS = 2_048 * 2_048;
  private static final long MOST_PIXELS_READ = 50_000_000;
  private static final String STREAM = "javax_imageio_gif_stream_1.0";
  private static final String FRAME = "javax_imageio_gif_image_1.0";

  private final ImageReader reader;
  private final BufferedImage canvas;
  private final double factor;
  private final List<Frame> frames = new ArrayList<>();
  private long pixelsRead;

  private MovingPicture(ImageReader reader, int width, int height) {
    this.reader = reader;
    this.canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    this.factor = Shrinking.factor(width, height, LONGEST_SIDE);
  }

  /** The picture anew; empty when it does not move. */
  static Optional<byte[]> reencode(byte[] gif) throws IOException {
    ImageReader reader = Format.GIF.reader(gif, true);
    try {
      int count = reader.getNumImages(true);
      if (count < 2) {
        return Optional.empty();
      }
      Node screen = child(reader.getStreamMetadata(), STREAM, "LogicalScreenDescriptor");
      int width = number(screen, "logicalScreenWidth");
      int height = number(screen, "logicalScreenHeight");
      if (count > MOST_FRAMES || (long) width * height > LARGEST_CANVAS) {
        throw new TooManyPixels();
      }
      var picture = new MovingPicture(reader, Math.max(1, width), Math.max(1, height));
      for (int i = 0; i < count; i++) {
        picture.frame(i);
      }
      return Optional.of(GifWriter.write(picture.frames));
    } finally {
      reader.dispose();
    }
  }

  private void frame(int index) throws IOException {
    pixelsRead += (long) reader.getWidth(index) * reader.getHeight(index);
    if (pixelsRead > MOST_PIXELS_READ) {
      throw new TooManyPixels();
    }
    IIOMetadata metadata = reader.getImageMetadata(index);
    Node place = child(metadata, FRAME, "ImageDescriptor");
    Node control = child(metadata, FRAME, "GraphicControlExtension");
    int left = number(place, "imageLeftPosition");
    int top = number(place, "imageTopPosition");
    BufferedImage drawn = reader.read(index);
    String disposal = text(control, "disposalMethod");
    BufferedImage before = disposal.equals("restoreToPrevious") ? copy(canvas) : canvas;

    draw(drawn, left, top);
    frames.add(new Frame(Shrinking.by(factor, canvas), number(control, "delayTime")));

    if (disposal.equals("restoreToPrevious")) {
      clear(0, 0, canvas.getWidth(), canvas.getHeight());
      draw(before, 0, 0);
    } else if (disposal.equals("restoreToBackgroundColor")) {
      clear(left, top, drawn.getWidth(), drawn.getHeight());
    }
  }

  private void draw(BufferedImage image, int left, int top) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(image, left, top, null);
    graphics.dispose();
  }

  private void clear(int left, int top, int width, int height) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fillRect(left, top, width, height);
    graphics.dispose();
  }

  private static BufferedImage copy(BufferedImage image) {
    var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    image.copyData(copy.getRaster());
    return copy;
  }

  private static Node child(IIOMetadata metadata, String format, String name) {
    Node root = metadata.getAsTree(format);
    for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node;
      }
    }
    return new IIOMetadataNode(name);
  }

  private static String text(Node node, String attribute) {
    return node instanceof Element element ? element.getAttribute(attribute) : "";
  }

  private static int number(Node node, String attribute) {
    String text = text(node, attribute);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /**
   * @param hundredths of a second that it is shown for
   */
  record Frame(BufferedImage image, int hundredths) {}
}
