package com.astraof.oauth2.server.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/account}: who someone is, and how they sign in.
 *
 * @param email what they sign in with, and what can be done about it; null when there is none
 * @param problems field to sentence, the whole page under the empty name
 */
public record AccountPage(
    SettingsFrame settings,
    Sudo sudo,
    @Nullable EmailPanel email,
    Entered entered,
    Map<String, String> problems) {
  /** The forms that ask who is there, as {@link Sudo} names them. */
  public static final String USERNAME_FORM = "username";

  /** The same for the form for another address. */
  public static final String EMAIL_FORM = "email";

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
          "new_email",
          "current_password",
          "new_password");

  public AccountPage {
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
   * @param sendsMail whether this server can verify it, or change it to another
   * @param entered another address, as typed before; empty at first
   */
  public record EmailPanel(String address, boolean verified, boolean sendsMail, String entered) {
    public EmailPanel {
      address = Shown.text(address);
    }
  }

  /**
   * As typed before, at first as it is. A password is never shown again.
   *
   * @param discriminator four digits
   */
  public record Entered(
      String displayName, String pronouns, String bio, String username, String discriminator) {}
}
