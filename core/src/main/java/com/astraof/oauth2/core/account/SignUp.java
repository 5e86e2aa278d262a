package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone fills in to register. Nothing of it has been checked.
 *
 * @param language what they read while they did; null when that is not known
 */
public record SignUp(
    Names names,
    Login login,
    @Nullable String dateOfBirth,
    boolean consent,
    @Nullable Language language) {
  private static final int YOUNGEST = 13;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  public SignUp(Names names, Login login, @Nullable String dateOfBirth, boolean consent) {
    this(names, login, dateOfBirth, consent, null);
  }

  /** Null is "not chosen". */
  public record Names(@Nullable String username, @Nullable String globalName) {}

  /** Both null for an unclaimed account. */
  public record Login(@Nullable String email, @Nullable Secret password) {}

  /** Every field that breaks a rule of contract 1.6, by its path. */
  List<FieldProblem> problems(Instant now) {
    var problems = new ArrayList<FieldProblem>();
    if (names.username() != null) {
      Username.problemWith(names.username())
          .ifPresent(message -> problems.add(new FieldProblem("username", message)));
    }
    if (names.globalName() != null) {
      DisplayName.problemWith(names.globalName())
          .ifPresent(message -> problems.add(new FieldProblem("global_name", message)));
    }
    checkLogin(problems);
    checkDateOfBirth(problems, now);
    if (!consent) {
      problems.add(new FieldProblem("consent", "Agree to the terms to register."));
    }
    return problems;
  }

  private void checkLogin(List<FieldProblem> problems) {
    String email = login.email();
    if (email != null) {
      EmailRule.problemWith(email)
          .ifPresent(message -> problems.add(new FieldProblem("email", message)));
    }
    Secret password = login.password();
    if (password != null) {
      PasswordRule.problemWith(password, email, names.username(), names.globalName())
          .ifPresent(message -> problems.add(new FieldProblem("password", message)));
    }
    if (email != null && password == null) {
      problems.add(new FieldProblem("password", "Choose a password to go with the address."));
    }
    if (email == null && password != null) {
      problems.add(new FieldProblem("email", "Give an e-mail address to go with the password."));
    }
  }

  private void checkDateOfBirth(List<FieldProblem> problems, Instant now) {
    if (dateOfBirth == null) {
      problems.add(new FieldProblem("date_of_birth", "Give your date of birth as YYYY-MM-DD."));
      return;
    }
    try {
      var born = LocalDate.parse(dateOfBirth, DATE);
      var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      if (born.plusYears(YOUNGEST).isAfter(today)) {
        problems.add(
            new FieldProblem("date_of_birth", "You must be at least " + YOUNGEST + " years old."));
      } else if (born.isBefore(today.minusYears(150))) {
        problems.add(new FieldProblem("date_of_birth", "This date is too long ago."));
      }
    } catch (DateTimeException e) {
      problems.add(new FieldProblem("date_of_birth", "Write the date as YYYY-MM-DD."));
    }
  }
}
