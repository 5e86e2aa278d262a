package com.astraof.oauth2.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.SignUp.Login;
import com.astraof.oauth2.core.account.SignUp.Names;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.TestClock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpTest {
  private static final Names NAMES = new Names("ada", "Ada Lovelace");
  private static final Login LOGIN = new Login("ada@example.org", new Secret("correct horse"));
  private static final String ADULT = "1990-12-10";

  @Test
  void a_proper_registration_has_no_problem() {
    assertThat(fields(new SignUp(NAMES, LOGIN, ADULT, true))).isEmpty();
  }

  @Test
  void names_and_login_may_be_left_out_for_an_unclaimed_account() {
    assertThat(fields(new SignUp(new Names(null, null), new Login(null, null), ADULT, true)))
        .isEmpty();
  }

  @Test
  void every_problem_is_named_at_once_by_its_field() {
    var signUp =
        new SignUp(
            new Names("everyone", "here"), new Login("ada", new Secret("short")), null, false);

    assertThat(fields(signUp))
        .containsExactlyInAnyOrder(
            "username", "global_name", "email", "password", "date_of_birth", "consent");
  }

  @Test
  void an_address_needs_a_password_and_a_password_an_address() {
    assertThat(fields(with(new Login("ada@example.org", null)))).containsExactly("password");
    assertThat(fields(with(new Login(null, new Secret("correct horse"))))).containsExactly("email");
  }

  @Test
  void a_password_has_8_to_256_characters() {
    for (int length : new int[] {8, 9, 256}) {
      assertThat(fields(withPassword("ж".repeat(length)))).isEmpty();
    }
    for (int length : new int[] {0, 7, 257, 10_000}) {
      assertThat(fields(withPassword("ж".repeat(length)))).containsExactly("password");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.co",
        "ada.lovelace@example.org",
        "ada+tag@example.co.uk",
        "o'brien@example.org",
        "ADA@EXAMPLE.ORG",
        "a_b-c@xn--bcher-kva.example",
        "!#$%&'*+/=?^_`{|}~-@example.org"
      })
  void an_address_of_letters_digits_and_the_usual_specials_is_accepted(String email) {
    assertThat(fields(withEmail(email))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@example",
        "ada@@example.org",
        "ada@exa mple.org",
        "ada@example.org\n",
        "ada@example.org\r\nBcc: x@y.zz",
        "ada@example..org",
        ".ada@example.org",
        "ada.@example.org",
        "a..b@example.org",
        "ada@-example.org",
        "ada@example-.org",
        "ada@ex\u0430mple.org",
        "ad\u0430@example.org",
        "\"ada\"@example.org",
        "ada@[127.0.0.1]",
        "Ada <ada@example.org>",
        "ada@example.org, bob@example.org",
        "ada@example.1"
      })
  void anything_else_is_no_address(String email) {
    assertThat(fields(withEmail(email))).containsExactly("email");
  }

  @Test
  void an_address_has_at_most_254_characters() {
    String domain = "@" + "d".repeat(60) + ".example.org";

    assertThat(fields(withEmail("a".repeat(254 - domain.length()) + domain))).isEmpty();
    assertThat(fields(withEmail("a".repeat(255 - domain.length()) + domain)))
        .containsExactly("email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2013-03-01", "2012-02-29", "1990-12-10", "1900-01-01"})
  void whoever_is_13_today_or_older_may_register(String born) {
    assertThat(fields(born(born))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2013-03-02",
        "2020-01-01",
        "2026-03-02",
        "9999-12-31",
        "1800-01-01",
        "1990-02-30",
        "1990-13-01",
        "1990-00-10",
        "2001-02-29",
        "90-12-10",
        "1990-1-1",
        "10.12.1990",
        "19901210",
        "1990/12/10",
        " 1990-12-10",
        "1990-12-10 ",
        "1990-12-10T00:00:00Z",
        "+1990-12-10",
        "-1990-12-10",
        "+12345-01-01",
        "+999999999-12-31",
        "-999999999-01-01",
        "\u0661\u0669\u0669\u0660-12-10"
      })
  void whoever_is_younger_or_writes_the_date_otherwise_may_not(String born) {
    assertThat(fields(born(born))).containsExactly("date_of_birth");
  }

  @Test
  @Attack("S-03")
  void no_text_in_any_field_makes_it_throw() {
    Property.forAll(
        2_000,
        gen -> {
          var names = new Names(gen.garbage(), gen.garbage());
          var login = new Login(gen.garbage(), new Secret(gen.garbage()));
          String born = gen.coin() ? gen.garbage() : gen.mutated(ADULT);

          var problems = new SignUp(names, login, born, gen.coin()).problems(TestClock.START);

          assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).isNotEmpty());
        });
  }

  private static SignUp with(Login login) {
    return new SignUp(NAMES, login, ADULT, true);
  }

  private static SignUp withEmail(String email) {
    return with(new Login(email, LOGIN.password()));
  }

  private static SignUp withPassword(String password) {
    return with(new Login(LOGIN.email(), new Secret(password)));
  }

  private static SignUp born(@Nullable String date) {
    return new SignUp(NAMES, LOGIN, date, true);
  }

  private static List<String> fields(SignUp signUp) {
    return signUp.problems(TestClock.START).stream().map(FieldProblem::path).toList();
  }
}
