package com.astraof.oauth2.server.catalogue;

import static com.astraof.oauth2.server.catalogue.TaggedTests.isRfc;
import static com.astraof.oauth2.server.catalogue.TaggedTests.section;
import static com.astraof.oauth2.server.catalogue.WrittenPage.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * docs/rfcs.md: the rules of the standards, each with the tests that show it or the reason why
 * there is none. The last cell of a row names methods that carry its section, {@code *} stands for
 * all of them.
 */
final class RfcTableTest {
  private static final String AGAINST = "against: ";
  private static final String NOT_OURS = "not ours: ";
  private static final String NOT_YET = "not yet: ";

  /** Where the standards are that are no RFCs. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "OIDC",
          "https://openid.net/specs/openid-connect-core-1_0.html",
          "UAR",
          "https://openid.net/specs/openid-connect-unmet-authentication-requirements-1_0.html",
          "FAPI",
          "https://openid.net/specs/fapi-security-profile-2_0-final.html",
          "CIMD",
          "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-01");

  private final TaggedTests tests = TaggedTests.read();
  private final Sheet rules = Sheet.read("rfcs.tsv", 4);

  @Test
  void every_rule_is_shown_by_tests_of_its_section_or_has_a_reason() {
    var unshown = new ArrayList<String>();
    for (Sheet.Chapter chapter : rules.chapters()) {
      for (List<String> row : chapter.rows()) {
        var tagged = tagged(chapter, row);
        for (String wanted : hasReason(row) ? List.<String>of() : named(row)) {
          if (matching(tagged, wanted).isEmpty()) {
            unshown.add(section(number(chapter), row.getFirst()) + " " + wanted);
          }
        }
      }
    }

    assertThat(unshown).as("named in rfcs.tsv, but no test carries that section").isEmpty();
  }

  @Test
  void every_tag_names_a_section_with_a_rule() {
    var sections = new HashSet<String>();
    for (Sheet.Chapter chapter : rules.chapters()) {
      chapter.rows().forEach(row -> sections.add(section(number(chapter), row.getFirst())));
    }

    assertThat(sections).as("what @Rfc names, in rfcs.tsv").containsAll(tests.sections().keySet());
  }

  @Test
  void the_documentation_shows_the_tests_of_every_rule() throws IOException {
    var tables = new StringBuilder();
    for (Sheet.Chapter chapter : rules.chapters()) {
      String kind = isRfc(number(chapter)) ? "RFC " : "";
      tables.append("\n### ").append(kind).append(chapter.title()).append("\n\n");
      tables.append("| section | | rule | shown by |\n|---|---|---|---|\n");
      chapter.rows().forEach(row -> tables.append(line(chapter, row)));
    }

    WrittenPage.goesOnWith("rfcs.md", tables.toString());
  }

  private String line(Sheet.Chapter chapter, List<String> row) {
    String anchor = Character.isDigit(row.getFirst().charAt(0)) ? "#section-" : "#appendix-";
    String address = address(number(chapter)) + anchor;
    return "| [%s](%s) | %s | %s | %s |\n"
        .formatted(row.get(0), address + row.get(0), row.get(1), row.get(2), shownBy(chapter, row));
  }

  private static String address(String standard) {
    return isRfc(standard)
        ? "https://www.rfc-editor.org/rfc/rfc" + standard
        : Objects.requireNonNull(OTHERS.get(standard), standard);
  }

  private String shownBy(Sheet.Chapter chapter, List<String> row) {
    String last = row.getLast();
    if (hasReason(row)) {
      return last.replace(AGAINST, "**Decided against:** ")
          .replace(NOT_OURS, "**Not ours:** ")
          .replace(NOT_YET, "**Not yet:** ");
    }
    var shown = new TreeSet<String>();
    named(row).forEach(wanted -> shown.addAll(matching(tagged(chapter, row), wanted)));
    return cell(shown);
  }

  private static boolean hasReason(List<String> row) {
    String last = row.getLast();
    return last.startsWith(AGAINST) || last.startsWith(NOT_OURS) || last.startsWith(NOT_YET);
  }

  private static List<String> named(List<String> row) {
    return List.of(row.getLast().split(" "));
  }

  private static List<String> matching(SortedSet<String> tagged, String wanted) {
    return tagged.stream()
        .filter(test -> wanted.equals("*") || test.endsWith("." + wanted))
        .toList();
  }

  private SortedSet<String> tagged(Sheet.Chapter chapter, List<String> row) {
    String key = section(number(chapter), row.getFirst());
    return tests.sections().getOrDefault(key, Collections.emptySortedSet());
  }

  private static String number(Sheet.Chapter chapter) {
    return chapter.title().substring(0, chapter.title().indexOf(':'));
  }
}
