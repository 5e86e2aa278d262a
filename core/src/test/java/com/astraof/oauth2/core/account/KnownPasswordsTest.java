package com.astraof.oauth2.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPasswordsTest {
  @ParameterizedTest
  @Attack("U-08")
  @ValueSource(
      strings = {
        "password",
        "12345678",
        "PASSWORD1",
        "qwertyuiop",
        "iloveyou",
        "Football1",
        "trustno1",
        "11111111",
        "abcd1234"
      })
  void what_attackers_try_first_is_known_in_any_case(String password) {
    assertThat(PasswordRule.problemWith(new Secret(password)).orElseThrow()).contains("leaked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "nanoseconds and wire", "Привет, мир, 42"})
  void others_are_not(String password) {
    assertThat(PasswordRule.problemWith(new Secret(password))).isEmpty();
  }

  @Test
  void a_password_made_by_chance_is_not_refused() {
    Property.forAll(
        20_000,
        gen ->
            assertThat(KnownPasswords.contain(new Secret(gen.of("abcdefgh0123", 24)))).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.org", "ADA@example.org", "ada_lovelace", "Ada Lovelace"})
  void nobodys_password_is_their_name(String password) {
    assertThat(
            PasswordRule.problemWith(
                new Secret(password), "ada@example.org", "ada_lovelace", "Ada Lovelace"))
        .isPresent();
    assertThat(PasswordRule.problemWith(new Secret("a long walk"), null, "ada_lovelace", null))
        .isEmpty();
  }
}
