package com.astraof.oauth2.server.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/account}: who someone is, and how they sign in.
 *
 * @param email what they sign in with; null when there is none
 * @param problems field to sentence, the whole page under the empty name
 */
public record AccountPage(
    SettingsFrame settings,
    Sudo sudo,
    @Nullable String email,
    Entered entered,
    Map<String, String> problems) {
  /** The forms that ask who is there, as {@link Sudo} names them. */
  public static final String USERNAME_FORM = "username";

  public static final String PASSWORD_FORM = "password";

  /** The page's fields, from its top to its bottom. */
  private static final List<String> FIELDS =
      List.of(
          "avatar",
          "display_name",
          "pronouns",
          "bio",
          "username",
          "discriminator",
          "current_password",
          "new_password");

  public AccountPage {
    email = email == null ? null : Shown.text(email);
    problems = Map.copyOf(problems);
  }

  /** What is wrong with one field; null when nothing is. */
  public @Nullable String problemOf(String field) {
    return problems.get(field);
  }

  /** Whether this is the field to go to: the first with a problem. */
  public boolean startsAt(String field) {
    return FIELDS.stream().filter(problems::containsKey).limit(1).anyMatch(field::equals);
  }

  /** What is wrong, but with no field of this page. */
  public List<String> otherProblems() {
    return problems.entrySet().stream()
        .filter(problem -> !FIELDS.contains(problem.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * As typed before, at first as it is. A password is never shown again.
   *
   * @param discriminator four digits
   */
  public record Entered(
      String displayName, String pronouns, String bio, String username, String discriminator) {}
}
