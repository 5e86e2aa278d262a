package com.astraof.oauth2.core.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Rfc;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of authenticator apps. */
final class TotpSecretTest {
  private static final TotpSecret SECRET =
      new TotpSecret("12345678901234567890".getBytes(US_ASCII));

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  @Rfc(value = 6238, section = "B")
  void the_vectors_of_the_standard_hold(long seconds, String code) {
    assertThat(SECRET.code(seconds / TotpSecret.STEP.toSeconds(), 8)).isEqualTo(code);
  }

  @Test
  @Rfc(value = 6238, section = "5.2")
  void a_code_belongs_to_a_step_and_is_known_one_step_late_or_early() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long step = 1_111_111_111 / 30;

    for (long near = step - 1; near <= step + 1; near++) {
      assertThat(SECRET.stepOf(SECRET.code(near, 6), now)).hasValue(near);
    }
    assertThat(SECRET.stepOf(SECRET.code(step - 2, 6), now)).isEmpty();
    assertThat(SECRET.stepOf(SECRET.code(step + 2, 6), now)).isEmpty();
    assertThat(SECRET.stepOf("", now)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  @Rfc(value = 4648, section = "10")
  void base32_is_as_the_standard_has_it(String text, String base32) {
    assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(base32);
    assertThat(Base32.decode(base32 + "=")).hasValue(text.getBytes(US_ASCII));
  }

  @Test
  void a_secret_is_read_as_people_type_it() {
    var typed = TotpSecret.parse("gezd gnbv-gy3t qojq GEZD GNBV GY3T QOJQ");

    assertThat(typed).map(TotpSecret::text).hasValue(SECRET.text());
    assertThat(TotpSecret.parse("A".repeat(15))).isEmpty();
    assertThat(TotpSecret.parse("A".repeat(200))).isEmpty();
    assertThat(TotpSecret.parse("0189")).isEmpty();
    assertThat(SECRET.toString()).doesNotContain(SECRET.text());
  }

  @Test
  void what_an_app_scans_names_the_account_and_us() {
    assertThat(SECRET.address("Astral", "ada#0001"))
        .isEqualTo(
            "otpauth://totp/Astral:ada%230001?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Astral");
  }
}
