package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.testing.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forms with files: the Content-Type, a line break, then the body. */
final class MultipartFuzzTest extends FuzzTest {
  private static final String TYPE = "multipart/form-data; boundary=----x7\n";
  private static final String PART = "------x7\r\nContent-Disposition: form-data; name=";

  @Override
  protected List<byte[]> seeds() {
    String file = PART + "\"icon\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\1\2\r\n";
    String field = PART + "\"a\"\r\n\r\n1\r\n";
    var seeds =
        new ArrayList<>(
            texts(
                TYPE + field + file + "------x7--\r\n",
                TYPE + "------x7--",
                TYPE + field + field + "------x7--",
                TYPE + "------x7\r\n\r\n\r\n------x7--",
                "multipart/form-data; boundary=\"" + "-".repeat(70) + "\"\n" + "-".repeat(9_000),
                "multipart/form-data" + "; boundary= ".repeat(200) + "\n",
                TYPE + "------x7\r\n" + "content-disposition: form-data;".repeat(60)));
    seeds.add(
        (TYPE + PART + " ".repeat(1_900) + "\r\n\r\n------x7--")
            .getBytes(StandardCharsets.US_ASCII));
    return seeds;
  }

  @Override
  protected void read(byte[] input) {
    int line = latin(input).indexOf('\n');
    String type = latin(Arrays.copyOf(input, Math.max(line, 0)));
    byte[] body = Arrays.copyOfRange(input, line + 1, input.length);
    try {
      Upload upload = Multipart.read(type, body);
      assertThat(latin(body)).contains(upload.file("icon").map(FuzzTest::latin).orElse(""));
    } catch (MalformedRequest e) {
      assertThat(e.problem().message()).isNotEmpty();
    }
  }
}
