package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.Scope;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AbilityTest {
  private final Words words = Words.in(Locale.ENGLISH);

  @ParameterizedTest
  @EnumSource
  void every_scope_has_a_short_sentence_to_the_reader(Scope scope) {
    var ability = Ability.of(scope);

    assertThat(words.say(ability.can())).hasSizeBetween(10, 45).contains("you");
    if (ability.cannot() != null) {
      assertThat(words.say(ability.cannot())).hasSizeBetween(10, 45).endsWith(".");
    }
  }

  @Test
  void no_two_scopes_look_alike() {
    var icons = new HashSet<Icon>();
    var sentences = new HashSet<String>();

    for (Scope scope : Scope.values()) {
      assertThat(icons.add(Ability.of(scope).icon())).isTrue();
      assertThat(sentences.add(words.say(Ability.of(scope).can()))).isTrue();
    }
  }
}
