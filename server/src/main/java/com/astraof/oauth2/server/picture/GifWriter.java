package com.astraof.oauth2.server.picture;

import com.astraof.oauth2.server.picture.MovingPicture.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a GIF that moves for ever. Each frame is whole and replaces the one before. */
final class GifWriter {
  private static final String FRAME = "javax_imageio_gif_image_1.0";

  /** Browsers slow down what wants to be faster. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 6_000;

  private GifWriter() {}

  static byte[] write(List<Frame> frames) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      boolean first = true;
      for (Frame frame : frames) {
        IIOMetadata metadata = metadata(writer, frame, first);
        writer.writeToSequence(new IIOImage(frame.image(), null, metadata), null);
        first = false;
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static IIOMetadata metadata(ImageWriter writer, Frame frame, boolean first)
      throws IOException {
    var type = ImageTypeSpecifier.createFromRenderedImage(frame.image());
    IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
    var tree = new IIOMetadataNode(FRAME);
    tree.appendChild(control(Math.clamp(frame.hundredths(), SHORTEST, LONGEST)));
    if (first) {
      tree.appendChild(loop());
    }
    metadata.mergeTree(FRAME, tree);
    return metadata;
  }

  private static IIOMetadataNode control(int hundredths) {
    var control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "restoreToBackgroundColor");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(hundredths));
    return control;
  }

  private static IIOMetadataNode loop() {
    var loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    // One block: its kind, and how often, of which 0 is for ever.
    loop.setUserObject(new byte[] {1, 0, 0});
    var loops = new IIOMetadataNode("ApplicationExtensions");
    loops.appendChild(loop);
    return loops;
  }
}
