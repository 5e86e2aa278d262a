package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.mail.Notice;
import com.astraof.oauth2.server.view.Letters.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as they are seen. */
final class LettersTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/com/astraof/oauth2/server/view/golden");
  private static final Map<String, String> HTML = MailVariants.letters(new Views());

  private final Letters letters = new Letters(Variants.frame().words(), "astral.example");

  static List<String> names() {
    return List.copyOf(HTML.keySet());
  }

  private static String html(String name) {
    return HTML.getOrDefault(name, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"letter-reset", "letter-tell"})
  void a_letter_is_rendered_as_it_was_reviewed(String name) throws IOException {
    Path golden = FOLDER.resolve(name + ".html");
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, html(name));
    }

    assertThat(html(name)).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_letter_fetches_nothing_and_follows_nobody(String name) {
    assertThat(html(name))
        .doesNotContainPattern("(?i)<img|<script|<link|<iframe|url\\(|@import|\\ssrc=");
    assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(html(name)).results())
        .allMatch(link -> link.group(1).startsWith(MailVariants.ISSUER + "/"));
  }

  @Test
  void what_others_named_is_text_in_a_letter() {
    assertThat(html("letter-hostile"))
        .doesNotContain("<script>", "\u202E", "\u200B", "\u2066")
        .contains("&lt;script&gt;");
  }

  @Test
  void plain_text_says_the_same_with_the_link_on_a_line_of_its_own() {
    var letter = letters.reset("https://astral.example/reset?link=abc", "ada#0001");

    assertThat(letter.text())
        .contains("\nhttps://astral.example/reset?link=abc\n")
        .contains("for ada#0001.")
        .contains("one hour")
        .endsWith("There is nobody to read an answer.\n");
  }

  @Test
  void there_are_words_for_everything_that_people_are_told_of() {
    for (Event event : Event.values()) {
      if (Notice.of(event) != Notice.NONE) {
        var told = new Told(event, "Midnight Radio", null, MailVariants.NOW);

        var letter = letters.tell(told, MailVariants.ISSUER);

        assertThat(letter.text()).contains("When: March 3, 2026", "/settings/activity");
        assertThat(letter.subject()).doesNotContain("Radio");
      }
    }
  }
}
