package com.astraof.oauth2.server.catalogue;

import static com.astraof.oauth2.server.catalogue.WrittenPage.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** docs/security.md: every attack of the catalogue, what we do, and the tests that try it. */
final class AttackTableTest {
  private static final String NOT_YET = "not yet: ";

  private final TaggedTests tests = TaggedTests.read();
  private final Sheet attacks = Sheet.read("attacks.tsv", 3);

  @Test
  void every_attack_is_tried_or_told_to_be_open() {
    var untried = new ArrayList<String>();
    for (List<String> row : rows()) {
      if (testsOf(row).isEmpty() && !row.getLast().startsWith(NOT_YET)) {
        untried.add(row.getFirst());
      }
    }

    assertThat(untried).as("rows of attacks.tsv without a test that carries @Attack").isEmpty();
  }

  @Test
  void every_tag_names_an_attack_and_no_attack_is_told_twice() {
    List<String> ids = rows().stream().map(List::getFirst).toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).as("what @Attack names, in attacks.tsv").containsAll(tests.attacks().keySet());
  }

  @Test
  void the_documentation_shows_the_tests_of_every_attack() throws IOException {
    var tables = new StringBuilder();
    for (Sheet.Chapter chapter : attacks.chapters()) {
      tables.append("\n### ").append(chapter.title()).append("\n\n");
      tables.append("| id | attack | what we do | tests |\n|---|---|---|---|\n");
      chapter.rows().forEach(row -> tables.append(line(row)));
    }

    WrittenPage.goesOnWith("security.md", tables.toString());
  }

  private String line(List<String> row) {
    String answer = row.getLast();
    String shown =
        answer.startsWith(NOT_YET) ? "**Not yet:** " + answer.substring(NOT_YET.length()) : answer;
    return "| %s | %s | %s | %s |\n".formatted(row.get(0), row.get(1), shown, cell(testsOf(row)));
  }

  private SortedSet<String> testsOf(List<String> row) {
    return tests.attacks().getOrDefault(row.getFirst(), Collections.emptySortedSet());
  }

  private List<List<String>> rows() {
    return attacks.chapters().stream().flatMap(chapter -> chapter.rows().stream()).toList();
  }
}
