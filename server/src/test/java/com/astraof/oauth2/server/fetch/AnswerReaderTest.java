package com.astraof.oauth2.server.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

  private static String read(String answer) throws IOException {
    return new AnswerReader(new ByteArrayInputStream(answer.getBytes(ISO_8859_1)), 100)
        .read()
        .text();
  }

  @Test
  @Rfc(value = 9112, section = "6.3")
  void a_body_ends_where_the_answer_says_or_with_the_connection() throws IOException {
    assertThat(read(HEAD + "Content-Length: 2\r\n\r\n{}and more")).isEqualTo("{}");
    assertThat(read(HEAD + "\r\n{}")).isEqualTo("{}");
    assertThat(read(CHUNKED + "1;x=y\r\n{\r\n01 \r\n}\r\n0\r\nTrailer: x\r\n\r\n")).isEqualTo("{}");
    assertThat(read(HEAD.replace("\r\n", "\n") + "\n{}")).isEqualTo("{}");
  }

  @Test
  void every_type_of_json_will_do() throws IOException {
    for (String type :
        List.of(
            "application/jwk-set+json", "Application/JSON;charset=utf-8", "application/json ")) {
      assertThat(read(HEAD.replace("application/json", type) + "\r\n{}")).isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @Attack("A-07")
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "HTTP/2 200 OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Type: text/html\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n{}",
        "HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1/\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n\r\n{}"
      })
  void anything_but_json_with_a_200_is_refused(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(Unfetched.class);
  }

  @ParameterizedTest
  @Attack("A-07")
  @ValueSource(
      strings = {
        "Content-Length: 3\r\n\r\n{}",
        "Content-Length: 101\r\n\r\n{}",
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Length: -1\r\n\r\n{}",
        "Content-Length: +2\r\n\r\n{}",
        "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: gzip, chunked\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
        "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}XX0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
      })
  void a_length_that_is_not_the_bodys_is_refused(String rest) {
    assertThatThrownBy(() -> read(HEAD + rest)).isInstanceOf(Unfetched.class);
  }

  @Test
  @Attack("A-07")
  void what_is_too_large_is_refused_before_it_is_read() throws IOException {
    String body = "x".repeat(100);
    assertThat(read(HEAD + "\r\n" + body)).isEqualTo(body);

    assertThatThrownBy(() -> read(HEAD + "\r\n" + body + "x")).hasMessageContaining("100 bytes");
    String chunk = "40\r\n" + "x".repeat(64) + "\r\n";
    assertThatThrownBy(() -> read(CHUNKED + chunk + chunk)).hasMessageContaining("100 bytes");
    assertThatThrownBy(() -> read(HEAD + "x: " + "y".repeat(20_000) + "\r\n\r\n{}"))
        .isInstanceOf(Unfetched.class);
    assertThatThrownBy(() -> read(HEAD + "x: y\r\n".repeat(5_000) + "\r\n{}"))
        .isInstanceOf(Unfetched.class);
    assertThatThrownBy(() -> read("x".repeat(100_000))).isInstanceOf(Unfetched.class);
  }

  @Test
  @Attack("A-07")
  void no_answer_at_all_makes_it_fail_in_another_way() {
    String genuine = CHUNKED + "2\r\n{}\r\n0\r\n\r\n";
    Property.forAll(
        2_000,
        gen -> {
          try {
            assertThat(read(gen.mutated(genuine)).length()).isLessThanOrEqualTo(100);
          } catch (IOException refused) {
            assertThat(refused.getClass().getSimpleName())
                .isIn("Unfetched", "MalformedInputException");
          }
        });
  }
}
