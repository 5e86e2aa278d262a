package com.astraof.oauth2.core.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Rfc;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What sessions remember of their sign-in. */
final class SignInMethodTest {
  @Test
  @Rfc(value = 8176, section = "2")
  void what_a_sign_in_proved_is_kept_in_the_words_of_the_standard() {
    assertThat(SignInMethod.text(SignInMethod.BY_PASSWORD)).isEqualTo("pwd");
    assertThat(SignInMethod.text(SignInMethod.BY_CODE)).isEqualTo("pwd otp mfa");
    assertThat(SignInMethod.text(SignInMethod.byPasskey(true))).isEqualTo("swk user mfa");
    assertThat(SignInMethod.text(SignInMethod.byPasswordAndPasskey(false)))
        .isEqualTo("pwd hwk user mfa");
  }

  @Test
  void it_is_read_back_as_it_was_kept() {
    for (var methods : Set.of(SignInMethod.BY_CODE, SignInMethod.byPasskey(false))) {
      assertThat(SignInMethod.read(SignInMethod.text(methods))).isEqualTo(methods);
    }
    assertThat(SignInMethod.read("")).isEmpty();
  }
}
