package com.astraof.oauth2.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.server.http.Calls;
import java.util.List;
import java.util.function.Function;

/** JSON bodies: one field, read as everything that it might be. */
final class JsonBodyFuzzTest extends FuzzTest {
  private static final List<Function<JsonBody, Object>> WAYS =
      List.of(
          body -> body.string("a"),
          body -> body.verbatim("a"),
          body -> body.snowflake("a"),
          body -> body.bool("a", true),
          body -> body.integer("a"),
          body -> body.integer("a", 1, 9, 1),
          body -> body.strings("a"),
          body -> body.snowflakes("a"),
          body -> body.objects("a").stream().map(inner -> inner.string("b")).toList(),
          body -> body.object("a").map(inner -> inner.requiredString("b")),
          // What is kept as text, such as key sets, is read again when it is shown.
          body -> body.objectText("a").map(Json::parse),
          body -> body.isEmptyString("a"));

  @Override
  protected List<byte[]> seeds() {
    return texts(
        "{\"a\":\"text\",\"b\":1}",
        "{\"a\":[\"1\",2,null,{\"b\":\"c\"}]}",
        "{\"a\":{\"b\":\"\\ud800\"}}",
        "{\"a\":{\"b\":1e999999999}}",
        "{\"a\":123456789012345678901234567890}",
        "{\"a\":-0.0,\"a\":1}",
        "{\"a\":" + "[".repeat(2_000),
        "{\"a\":\"\\u202e \\f\"} x",
        "\ufeff{}",
        "null");
  }

  @Override
  protected void read(byte[] input) {
    JsonBody body;
    try {
      body = JsonBody.of(Calls.with("application/json", input));
    } catch (MalformedRequest e) {
      return;
    }
    for (var way : WAYS) {
      try {
        assertThat(way.apply(body)).isNotNull();
      } catch (MalformedRequest e) {
        assertThat(e.problem().path()).startsWith("a");
      }
    }
  }
}
