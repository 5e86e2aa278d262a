package com.astraof.oauth2.server.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /register}.
 *
 * @param returnTo where to go on afterwards, a path of ours
 * @param application name of the app that sent the user; null when none did
 * @param problems field to sentence, the whole form under the empty name
 */
public record RegisterPage(
    Frame frame,
    String returnTo,
    @Nullable String application,
    Entered entered,
    Map<String, String> problems) {
  private static final Set<String> FIELDS =
      Set.of("email", "password", "display_name", "username", "date_of_birth", "consent");

  public RegisterPage {
    application = application == null ? null : Shown.text(application);
    problems = Map.copyOf(problems);
  }

  /** What is wrong with one field; null when nothing is. */
  public @Nullable String problemOf(String field) {
    return problems.get(field);
  }

  /** What is wrong, but with no field of this form. */
  public List<String> otherProblems() {
    return problems.entrySet().stream()
        .filter(problem -> !FIELDS.contains(problem.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** For whoever has an account already. */
  public String signInLink() {
    return Link.to("/login", returnTo);
  }

  /** As typed before, empty at first. A password is never shown again. */
  public record Entered(String email, String displayName, String username, String dateOfBirth) {}
}
