package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, in the order of its fields. */
public record Problems(List<FieldProblem> all) {
  public static final Problems NONE = new Problems(List.of());

  public Problems {
    all = List.copyOf(all);
  }

  /** What the rules found, in the reader's language. */
  public static Problems in(Words words, List<FieldProblem> found) {
    return new Problems(
        found.stream()
            .map(problem -> new FieldProblem(problem.path(), words.translate(problem.message())))
            .toList());
  }

  /**
   * What the rules found about a person, the first of each field, in the reader's language. The
   * field for a {@code global_name} is called {@code display_name} on pages.
   */
  public static Map<String, String> byField(Words words, List<FieldProblem> found) {
    var byField = new HashMap<String, String>();
    for (FieldProblem problem : in(words, found).all()) {
      String field = problem.path().equals("global_name") ? "display_name" : problem.path();
      byField.putIfAbsent(field, problem.message());
    }
    return byField;
  }

  public static Problems of(String field, String sentence) {
    return new Problems(List.of(new FieldProblem(field, sentence)));
  }

  /** What is wrong with one field; null when nothing is. */
  public @Nullable String with(String field) {
    for (FieldProblem problem : all) {
      if (problem.path().equals(field)) {
        return problem.message();
      }
    }
    return null;
  }

  /** Whether this is the field to begin with. */
  public boolean startAt(String field) {
    return !all.isEmpty() && all.getFirst().path().equals(field);
  }
}
