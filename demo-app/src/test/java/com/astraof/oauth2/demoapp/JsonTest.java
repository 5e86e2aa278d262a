package com.astraof.oauth2.demoapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

final class JsonTest {
  @Test
  void json_is_indented_and_stays_json() throws ParseException {
    var json =
        JSONObjectUtils.parse(
            "{\"a\":[1,\"x\\\"\\\\\\n\"],\"b\":{},\"c\":{\"d\":null},\"e\":true}");

    var pretty = Json.pretty(json);

    assertThat(pretty)
        .isEqualTo(
            """
            {
              "a": [
                1,
                "x\\"\\\\\\n"
              ],
              "b": {},
              "c": {
                "d": null
              },
              "e": true
            }""");
    assertThat(JSONObjectUtils.parse(pretty)).isEqualTo(json);
  }
}
