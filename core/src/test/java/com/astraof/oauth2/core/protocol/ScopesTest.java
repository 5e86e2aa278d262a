package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
  @Test
  @Rfc(value = 6749, section = "3.3")
  void order_and_repetition_do_not_matter() {
    Property.forAll(
        1_000,
        gen -> {
          var wanted = some(gen);
          var names = new ArrayList<String>();
          wanted.forEach(scope -> names.add(scope.wire()));
          for (int i = gen.below(10); i > 0; i--) {
            names.add(gen.below(names.size() + 1), gen.choice(names));
          }

          var reading = Scopes.read(String.join(gen.choice(" ", "  "), names));

          assertThat(reading).isEqualTo(new Scopes.Asked(Scopes.of(wanted)));
        });
  }

  @Test
  void what_is_written_is_read_back_and_always_in_the_same_order() {
    String fixed =
        "identify email guilds guilds.join connections messages.read bot applications.commands";

    Property.forAll(
        300,
        gen -> {
          var scopes = Scopes.of(some(gen));

          assertThat(Scopes.read(scopes.toString())).isEqualTo(new Scopes.Asked(scopes));
          assertThat(List.of(fixed.split(" ", -1)))
              .containsSubsequence(scopes.toString().split(" ", -1));
        });
    assertThat(Scopes.of(Scope.values())).hasToString(fixed);
  }

  @Test
  @Rfc(value = 6749, section = "3.3")
  void one_unknown_name_fails_the_whole_request() {
    Property.forAll(
        1_000,
        gen -> {
          String unknown = gen.mutated(gen.choice(Scope.values()).wire()).replace(" ", "_");
          boolean isReallyUnknown = !unknown.isEmpty() && Scope.named(unknown).isEmpty();
          String known = Scopes.of(some(gen)).toString();
          String text = gen.coin() ? known + " " + unknown : unknown + " " + known;

          if (isReallyUnknown) {
            assertThat(Scopes.read(text)).isEqualTo(new Scopes.Unknown(unknown));
          }
        });
  }

  @ParameterizedTest
  @Rfc(value = 6749, section = "3.3")
  @Attack("R-16")
  @ValueSource(
      strings = {
        "Identify",
        "IDENTIFY",
        "identify,email",
        "identify\temail",
        "identify\nemail",
        "identify+",
        "\"identify\"",
        "identify\0",
        "openid",
        "guilds.",
        ".",
        "bot;",
        "identify\u00a0email",
        "*"
      })
  void names_are_case_sensitive_and_only_a_space_divides_them(String text) {
    assertThat(Scopes.read(text)).isEqualTo(new Scopes.Unknown(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "     "})
  void no_scope_at_all_is_not_a_request_for_none(String text) {
    assertThat(Scopes.read(text)).isEqualTo(new Scopes.Unknown(""));
  }

  @Test
  @Attack("R-16")
  void no_text_makes_it_throw() {
    Property.forAll(1_000, gen -> assertThat(Scopes.read(gen.garbage())).isNotNull());
  }

  @Test
  void sets_behave_as_sets() {
    Property.forAll(
        1_000,
        gen -> {
          Set<Scope> one = some(gen);
          Set<Scope> other = some(gen);
          var difference = EnumSet.copyOf(one);
          difference.removeAll(other);

          assertThat(Scopes.of(one).containsAll(Scopes.of(other)))
              .isEqualTo(one.containsAll(other));
          assertThat(Scopes.of(one).minus(Scopes.of(other))).isEqualTo(Scopes.of(difference));
          assertThat(Scopes.of(one)).containsExactlyElementsOf(one);
        });
  }

  @Test
  void none_is_empty_and_part_of_every_set() {
    assertThat(Scopes.NONE.isEmpty()).isTrue();
    assertThat(Scopes.NONE).hasToString("");
    assertThat(Scopes.of(Scope.BOT).containsAll(Scopes.NONE)).isTrue();
    assertThat(Scopes.NONE.containsAll(Scopes.of(Scope.BOT))).isFalse();
    assertThat(Scopes.of(Scope.BOT).minus(Scopes.of(Scope.BOT))).isEqualTo(Scopes.NONE);
  }

  @Test
  void the_stored_places_never_change() {
    assertThat(Scopes.of(Scope.IDENTIFY).bits()).isEqualTo(1);
    assertThat(Scopes.of(Scope.EMAIL).bits()).isEqualTo(2);
    assertThat(Scopes.of(Scope.GUILDS).bits()).isEqualTo(4);
    assertThat(Scopes.of(Scope.GUILDS_JOIN).bits()).isEqualTo(8);
    assertThat(Scopes.of(Scope.CONNECTIONS).bits()).isEqualTo(16);
    assertThat(Scopes.of(Scope.MESSAGES_READ).bits()).isEqualTo(32);
    assertThat(Scopes.of(Scope.BOT).bits()).isEqualTo(64);
    assertThat(Scopes.of(Scope.APPLICATIONS_COMMANDS).bits()).isEqualTo(128);
  }

  /** At least one. */
  private static Set<Scope> some(Gen gen) {
    var some = EnumSet.of(gen.choice(Scope.values()));
    for (int i = gen.below(5); i > 0; i--) {
      some.add(gen.choice(Scope.values()));
    }
    return some;
  }
}
