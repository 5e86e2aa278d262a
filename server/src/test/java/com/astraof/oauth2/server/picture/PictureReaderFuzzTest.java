package com.astraof.oauth2.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzBounds;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.server.testing.Pictures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Pictures: what comes out is always one of ours, and small. */
final class PictureReaderFuzzTest extends FuzzTest {
  private static final String EXIF =
      "FFD8FFE1002245786966000049492A0008000000010012010300010000000600000000000000";

  private final PictureReader reader = new PictureReader();

  @Override
  protected List<byte[]> seeds() {
    var frame = Pictures.halves(9, 9);
    return List.of(
        Pictures.png(12, 9),
        Pictures.encoded("jpeg", frame),
        Pictures.encoded("gif", frame),
        Pictures.moving(List.of(frame, frame, frame)),
        Base64.getDecoder().decode(Pictures.WEBP),
        HexFormat.of().parseHex(EXIF),
        Pictures.dataUri("image/png", Pictures.png(2, 2)).getBytes(StandardCharsets.US_ASCII));
  }

  /** A picture may have many pixels in few bytes: fifty million at most are looked at. */
  @Override
  protected FuzzBounds bounds() {
    return new FuzzBounds(Duration.ofSeconds(4), 600L << 20);
  }

  @Override
  protected void read(byte[] input) {
    PictureText.bytes(latin(input)).ifPresent(reader::read);
    if (reader.read(input) instanceof Reading.Accepted(var picture)) {
      assertThat(picture.contentType()).isIn("image/png", "image/gif");
      assertThat(reader.read(picture.bytes())).isInstanceOf(Reading.Accepted.class);
    }
  }
}
