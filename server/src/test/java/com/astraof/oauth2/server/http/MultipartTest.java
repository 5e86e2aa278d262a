package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=----x7";
  private static final String FIELD = "Content-Disposition: form-data; name=\"%s\"\r\n\r\n%s";
  private static final String FILE =
      String.join(
          "\r\n",
          "Content-Disposition: form-data; name=\"icon\"; filename=\"../../x.png\"",
          "Content-Type: image/png",
          "",
          "");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] form(String... parts) {
    var text = new StringBuilder();
    for (String part : parts) {
      text.append("------x7\r\n").append(part).append("\r\n");
    }
    return bytes(text.append("------x7--\r\n").toString());
  }

  @Test
  @Rfc(value = 7578, section = "4")
  void fields_and_files_come_as_they_were_sent() {
    var content = new byte[5_000];
    new Random(7).nextBytes(content);
    String picture = new String(content, StandardCharsets.ISO_8859_1) + "\r\n--no boundary";

    var upload =
        Multipart.read(
            TYPE, form(FIELD.formatted("a", "1"), FILE + picture, FIELD.formatted("empty", "")));

    assertThat(upload.fields().required("a")).isEqualTo("1");
    assertThat(upload.fields().optional("empty")).isEmpty();
    assertThat(upload.fields().optional("icon")).isEmpty();
    assertThat(upload.file("icon")).contains(bytes(picture));
    assertThat(upload.file("a")).isEmpty();
  }

  @Test
  void a_file_that_was_not_chosen_is_none() {
    assertThat(Multipart.read(TYPE, form(FILE)).file("icon")).isEmpty();
  }

  @Test
  @Attack("S-02")
  void what_is_not_whole_or_comes_twice_is_refused() {
    var twice = form(FIELD.formatted("a", "1"), FIELD.formatted("a", "2"));
    var many = form(FIELD.formatted("a", "1").repeat(1));
    var parts = new String[17];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = FIELD.formatted("f" + i, "1");
    }
    for (byte[] bad :
        new byte[][] {
          new byte[0],
          bytes("------x7"),
          bytes("------x7\r\n"),
          bytes("------x7\r\n\r\n\r\n------x7--"),
          form("Content-Disposition: form-data\r\n\r\nx"),
          form("X: " + "x".repeat(3_000) + "\r\n" + FIELD.formatted("a", "1")),
          form(parts),
          twice
        }) {
      assertThatThrownBy(() -> Multipart.read(TYPE, bad)).isInstanceOf(MalformedRequest.class);
    }
    assertThatThrownBy(() -> Multipart.read("multipart/form-data", many))
        .isInstanceOf(MalformedRequest.class);
  }

  @Test
  @Attack("S-02")
  void whatever_is_cut_or_changed_is_read_or_refused_and_nothing_else() {
    var whole = form(FIELD.formatted("a", "1"), FILE + "picture");
    var random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      var out = new ByteArrayOutputStream();
      out.write(whole, 0, random.nextInt(whole.length + 1));
      byte[] changed = out.toByteArray();
      for (int change = random.nextInt(4); change > 0 && changed.length > 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Multipart.read(TYPE, changed)).isNotNull();
      } catch (MalformedRequest expected) {
        assertThat(expected.problem().message()).isNotEmpty();
      }
    }
  }
}
