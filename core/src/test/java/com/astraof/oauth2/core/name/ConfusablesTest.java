package com.astraof.oauth2.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Property;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Our table is Unicode's, as ICU has it. ICU itself would be the largest library by far, for this
 * one table, so it is here to write it ({@code -Dgolden=write}) and to be compared with.
 */
final class ConfusablesTest {
  private static final SpoofChecker ICU = new SpoofChecker.Builder().build();
  private static final Path TABLE =
      Path.of("src/main/resources/com/astraof/oauth2/core/name/confusables.txt");

  @Test
  void the_table_is_unicodes() throws IOException {
    String table = table();

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(TABLE, table);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(table);
  }

  private static String table() {
    Map<String, String> lookalikes =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(ConfusablesTest::isCharacter)
            .filter(code -> isWhole(code) && !ICU.getSkeleton(text(code)).equals(text(code)))
            .boxed()
            .collect(
                Collectors.groupingBy(
                    code -> hex(ICU.getSkeleton(text(code))),
                    TreeMap::new,
                    Collectors.mapping(code -> hex(text(code)), Collectors.joining(" "))));
    var table = new StringBuilder("# What looks alike: confusables of Unicode ");
    table.append(version(UCharacter.getUnicodeVersion()));
    table.append(", in hex. Written by ConfusablesTest.\n");
    table.append("# Data: Copyright Unicode, Inc., under the Unicode License V3");
    table.append(" (https://www.unicode.org/license.txt).\n");
    lookalikes.forEach((prototype, all) -> table.append(prototype + ":" + all + "\n"));
    return table.toString();
  }

  private static String version(VersionInfo unicode) {
    return unicode.getMajor() + "." + unicode.getMinor();
  }

  private static boolean isCharacter(int code) {
    return Character.getType(code) != Character.SURROGATE;
  }

  /** Others are taken apart before the table is asked. */
  private static boolean isWhole(int code) {
    return Normalizer.isNormalized(text(code), Normalizer.Form.NFD);
  }

  private static String text(int code) {
    return Character.toString(code);
  }

  private static String hex(String text) {
    return text.codePoints()
        .mapToObj(code -> "%04X".formatted(code))
        .collect(Collectors.joining(" "));
  }

  /** Without what this JDK's Unicode does not have yet. */
  private static String known(String text) {
    return text.codePoints()
        .filter(Character::isDefined)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void skeletons_are_those_of_icu() {
    Property.forAll(
        2_000,
        gen -> {
          String text = known(gen.unicode(40));

          // ICU knows in which order the marks of a later Unicode stand; this JDK does not yet.
          String ordered = Normalizer2.getNFDInstance().normalize(Confusables.skeleton(text));
          assertThat(ordered).isEqualTo(ICU.getSkeleton(text));
        });
  }
}
