package com.astraof.oauth2.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.picture.StoredPicture;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.picture.Reading.Accepted;
import com.astraof.oauth2.server.picture.Reading.Refusal;
import com.astraof.oauth2.server.picture.Reading.Refused;
import com.astraof.oauth2.server.testing.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PictureReaderTest {
  private final PictureReader reader = new PictureReader();

  private StoredPicture accepted(byte[] upload) {
    assertThat(reader.read(upload)).isInstanceOf(Accepted.class);
    return ((Accepted) reader.read(upload)).picture();
  }

  private void refused(Refusal why, byte[] upload) {
    assertThat(reader.read(upload)).isEqualTo(new Refused(why));
  }

  private static BufferedImage image(StoredPicture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
  }

  private static Color color(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y), true);
  }

  @Test
  void every_format_becomes_a_small_png() throws IOException {
    for (String format : List.of("png", "jpeg", "gif")) {
      var picture = accepted(Pictures.encoded(format, Pictures.halves(1_000, 500)));

      assertThat(picture.contentType()).isEqualTo("image/png");
      assertThat(picture.hash()).matches("[0-9a-f]{32}");
      var image = image(picture);
      assertThat(image.getWidth()).as(format).isEqualTo(512);
      assertThat(image.getHeight()).as(format).isEqualTo(256);
      assertThat(color(image, 100, 100).getRed()).as(format).isGreaterThan(240);
      assertThat(color(image, 400, 100).getBlue()).as(format).isGreaterThan(240);
    }
    assertThat(image(accepted(Base64.getDecoder().decode(Pictures.WEBP))).getWidth()).isEqualTo(1);
  }

  @Test
  void small_pictures_stay_as_small_and_equal_ones_have_one_name() throws IOException {
    var picture = accepted(Pictures.png(40, 30));

    assertThat(image(picture).getWidth()).isEqualTo(40);
    assertThat(accepted(Pictures.png(40, 30)).hash()).isEqualTo(picture.hash());
    assertThat(accepted(Pictures.png(30, 40)).hash()).isNotEqualTo(picture.hash());
  }

  @Test
  void large_photographs_are_read_at_a_fraction_of_their_pixels() throws IOException {
    var image = image(accepted(Pictures.encoded("jpeg", Pictures.halves(6_000, 4_000))));

    assertThat(image.getWidth()).isEqualTo(512);
    assertThat(image.getHeight()).isEqualTo(341);
    assertThat(color(image, 500, 300).getBlue()).isGreaterThan(240);
  }

  @Test
  void transparency_is_kept() throws IOException {
    var glass = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);

    assertThat(color(image(accepted(Pictures.encoded("png", glass))), 5, 5).getAlpha()).isZero();
  }

  @Test
  void a_photograph_stands_as_the_camera_was_held() throws IOException {
    byte[] jpeg = Pictures.encoded("jpeg", Pictures.halves(400, 200));
    byte[] turned = withOrientation(jpeg, 6);

    var image = image(accepted(turned));

    assertThat(image.getWidth()).isEqualTo(200);
    assertThat(image.getHeight()).isEqualTo(400);
    assertThat(color(image, 100, 50).getRed()).isGreaterThan(240);
    assertThat(color(image, 100, 350).getBlue()).isGreaterThan(240);
  }

  /** Puts an Exif segment with nothing but the orientation behind the start of a JPEG. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif =
        HexFormat.of()
            .parseHex(
                "FFE1002245786966000049492A000800000001001201030001000000"
                    + "0%d000000".formatted(orientation)
                    + "00000000");
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 2)
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  @Test
  void what_moves_goes_on_moving() throws IOException {
    var red = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
    red.createGraphics().fillRect(0, 0, 10, 400);
    var picture = accepted(Pictures.moving(List.of(red, Pictures.halves(400, 400))));

    assertThat(picture.contentType()).isEqualTo("image/gif");
    assertThat(picture.hash()).matches("a_[0-9a-f]{32}");
    var gif = Format.GIF.reader(picture.bytes(), true);
    assertThat(gif.getNumImages(true)).isEqualTo(2);
    assertThat(gif.getWidth(0)).isEqualTo(256);
    assertThat(color(gif.read(0), 200, 100).getAlpha()).as("see-through").isZero();
    assertThat(color(gif.read(1), 200, 100).getBlue()).isGreaterThan(240);
    assertThat(new String(picture.bytes(), StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0");
    assertThat(accepted(picture.bytes()).contentType()).isEqualTo("image/gif");
  }

  @Test
  @Attack("S-07")
  void what_is_no_picture_is_refused() {
    for (String text : List.of("", "GIF8", Pictures.SVG, "<html>", "%PDF-1.7", "BM")) {
      refused(Refusal.UNKNOWN_FORMAT, text.getBytes(StandardCharsets.UTF_8));
    }
    refused(Refusal.TOO_LARGE, new byte[PictureReader.LARGEST + 1]);
  }

  @Test
  @Attack("S-07")
  void a_bomb_is_refused_before_it_is_decoded() {
    refused(Refusal.TOO_MANY_PIXELS, claiming(Pictures.png(10, 10), 30_000, 30_000));
    refused(Refusal.TOO_MANY_PIXELS, claiming(Pictures.png(10, 10), 16_000, 16_000));
    refused(Refusal.TOO_MANY_PIXELS, claiming(Pictures.png(10, 10), 1, 20_000));
    refused(Refusal.TOO_MANY_PIXELS, Pictures.moving(Collections.nCopies(201, dot())));
    var huge = Pictures.moving(List.of(dot(), dot()));
    ByteBuffer.wrap(huge)
        .put(6, (byte) 0xFF)
        .put(7, (byte) 0xFF)
        .put(8, (byte) 0xFF)
        .put(9, (byte) 0xFF);
    refused(Refusal.TOO_MANY_PIXELS, huge);
  }

  private static BufferedImage dot() {
    return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
  }

  /** A PNG whose header promises more pixels than there are. */
  private static byte[] claiming(byte[] png, int width, int height) {
    var buffer = ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
    var checksum = new CRC32();
    checksum.update(buffer.array(), 12, 17);
    return buffer.putInt(29, (int) checksum.getValue()).array();
  }

  @Test
  @Attack("S-07")
  void nothing_that_hides_in_a_picture_comes_out_of_it() {
    String script = "<script>alert(1)</script>/*";
    for (byte[] picture :
        List.of(
            Pictures.png(20, 20),
            Pictures.encoded("gif", Pictures.halves(20, 20)),
            Pictures.moving(List.of(dot(), dot())),
            Pictures.encoded("jpeg", Pictures.halves(20, 20)))) {
      byte[] polyglot = Arrays.copyOf(picture, picture.length + script.length());
      System.arraycopy(
          script.getBytes(StandardCharsets.US_ASCII), 0, polyglot, picture.length, script.length());

      var stored = accepted(polyglot);

      assertThat(new String(stored.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }
  }

  @Test
  @Attack("S-07")
  void whatever_is_cut_or_changed_is_read_or_refused_and_nothing_else() {
    var random = new Random(3);
    var samples =
        List.of(
            Pictures.png(30, 30),
            Pictures.encoded("jpeg", Pictures.halves(30, 30)),
            Pictures.encoded("gif", Pictures.halves(30, 30)),
            Pictures.moving(List.of(Pictures.halves(9, 9), Pictures.halves(9, 9))),
            Base64.getDecoder().decode(Pictures.WEBP));
    for (int i = 0; i < 2_000; i++) {
      byte[] sample = samples.get(random.nextInt(samples.size()));
      byte[] changed = Arrays.copyOf(sample, 3 + random.nextInt(sample.length));
      for (int change = random.nextInt(5); change > 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertThat(reader.read(changed)).isNotNull();
    }
  }
}
