package com.astraof.oauth2.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.name.NameRules.Unfit;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameRulesTest {
  private static final NameRules RULES = new NameRules(List.of("Astral", "Official"));

  /** Drawn so alike that few would tell them apart. */
  private static final Map<String, List<String>> DRAWN_ALIKE =
      Map.of(
          "a", List.of("а", "ɑ", "ａ", "á", "4", "@"),
          "s", List.of("ѕ", "ｓ", "5", "$", "ś"),
          "t", List.of("𝗍", "ｔ", "7", "ť"),
          "r", List.of("г", "𝓇", "ｒ", "ŕ"),
          "l", List.of("I", "1", "ӏ", "|", "ｌ", "i"));

  @ParameterizedTest
  @Attack("U-15")
  @ValueSource(
      strings = {
        "Astral",
        "ASTRAL",
        "astral",
        "AstraI",
        "Astra1",
        "4stral",
        "Astral2",
        "A5tr@l",
        "Ａｓｔｒａｌ",
        "𝐀𝐬𝐭𝐫𝐚𝐥",
        "Ástrål",
        "A s t r a l",
        "A.s.t.r.a.l News",
        "As-tral",
        "Astral Support",
        "Official Astral",
        "the.astral.team",
        "AstralSupport",
        "astralsupport",
        "AstralNews",
        "Astral|News",
        "Astral®",
        "Radio by Astral",
        "OFFICIAL Radio",
        "0fficia1",
        "Support",
        "Help Center",
        "Security Team"
      })
  void names_that_speak_for_the_house_are_reserved(String name) {
    assertThat(RULES.problemWith(name)).contains(Unfit.RESERVED);
  }

  @ParameterizedTest
  @Attack("U-15")
  @ValueSource(strings = {"Аstral", "Astrаl Radio", "Ѕtargazer", "Stαrgazer"})
  void a_word_is_written_in_one_script(String name) {
    assertThat(RULES.problemWith(name)).contains(Unfit.MIXED);
  }

  @ParameterizedTest
  @Attack("U-15")
  @ValueSource(
      strings = {
        "As\u200Btral",
        "Star\u00ADgazer",
        "\u202Elartsa",
        "Star\u200Dgazer",
        "Radio\u200D"
      })
  void what_cannot_be_seen_is_not_part_of_a_name(String name) {
    assertThat(RULES.problemWith(name)).contains(Unfit.INVISIBLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stargazer",
        "Midnight Radio",
        "Gastralgia Diary",
        "Astralis Statistics",
        "Customer Support Desk",
        "Ticket Bot 3000",
        "Звезда Radio",
        "Радио-FM",
        "東京タワーTV",
        "카카오 Talk",
        "راديو منتصف\u200Cالليل",
        "👩\u200D🚀 Space",
        "🎵",
        "Café Zürich",
        "Team Rocket"
      })
  void honest_names_are_free(String name) {
    assertThat(RULES.problemWith(name)).isEmpty();
  }

  @Test
  @Attack("U-15")
  void no_disguise_makes_a_reserved_name_free() {
    Property.forAll(
        3_000,
        gen ->
            assertThat(RULES.problemWith(disguised(gen, "astral")))
                .as(disguised(gen, "astral"))
                .isPresent());
  }

  @Test
  @Attack("U-15")
  void a_disguised_name_is_like_the_name() {
    Property.forAll(
        3_000,
        gen -> {
          String name = gen.of("astrlevno", gen.between(3, 12));

          assertThat(RULES.areAlike(disguised(gen, name), name)).as(name).isTrue();
        });
  }

  @Test
  void likeness_is_mutual_and_every_name_is_like_itself() {
    Property.forAll(
        2_000,
        gen -> {
          String one = "A" + shortened(gen.hostile());
          String other = shortened(gen.coin() ? gen.mutated(one) : gen.hostile());

          assertThat(RULES.areAlike(one, one)).isTrue();
          assertThat(RULES.areAlike(one, other)).isEqualTo(RULES.areAlike(other, one));
        });
  }

  @Test
  void every_text_is_judged_and_normal_forms_alike() {
    Property.forAll(
        2_000,
        gen -> {
          String name = shortened(gen.garbage());
          String composed = Normalizer2.getNFCInstance().normalize(name);

          assertThat(RULES.problemWith(composed).filter(NameRulesTest::isSeen))
              .isEqualTo(RULES.problemWith(name).filter(NameRulesTest::isSeen));
        });
  }

  /** As long as a name can be. */
  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 100));
  }

  private static boolean isSeen(Unfit unfit) {
    return unfit != Unfit.INVISIBLE;
  }

  @Test
  void titles_and_numbers_make_no_other_name() {
    assertThat(RULES.areAlike("Midnight Radio 2", "Midnight Radio")).isTrue();
    assertThat(RULES.areAlike("The Midnight-Radio Support Team", "Midnight Radio")).isTrue();
    assertThat(RULES.areAlike("MidnightRadio", "Midnight Radio")).isTrue();
    assertThat(RULES.areAlike("Midnight Rodeo", "Midnight Radio")).isFalse();
    assertThat(RULES.areAlike("Noon Radio", "Midnight Radio")).isFalse();
  }

  /**
   * Each letter perhaps as another that is drawn alike, as a capital, or with something between.
   */
  private static String disguised(Gen gen, String name) {
    String between = gen.choice("", "", " ", "-", ".", "·");
    var disguised = new StringBuilder();
    for (String letter : name.split("", -1)) {
      if (!letter.isEmpty()) {
        String other = gen.choice(DRAWN_ALIKE.getOrDefault(letter, List.of(letter)));
        disguised
            .append(disguised.isEmpty() ? "" : between)
            .append(gen.choice(letter, letter.toUpperCase(Locale.ROOT), other));
      }
    }
    return disguised.toString();
  }
}
