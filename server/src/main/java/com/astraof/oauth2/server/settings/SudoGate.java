package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.factor.Confirmer;
import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.factor.Proof;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.CodeGuesses;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import com.astraof.oauth2.server.view.Sudo;
import java.util.Optional;

/**
 * Asks who is there, in place, before what cannot be undone: for the password, or for a second
 * factor where there is one. Then not for some minutes in this session.
 */
public final class SudoGate {
  static final String WHEN_BUSY = "2";

  private final Confirmer confirmer;
  private final Sessions sessions;
  private final PasskeyQuestions questions;
  private final RateLimits limits;
  private final CodeGuesses guesses;

  public SudoGate(
      Confirmer confirmer, Sessions sessions, PasskeyQuestions questions, RateLimits limits) {
    this.confirmer = confirmer;
    this.sessions = sessions;
    this.questions = questions;
    this.limits = limits;
    this.guesses = new CodeGuesses(limits);
  }

  /** What the forms of a page show. */
  public Sudo of(SettingsVisit visit) {
    return isConfirmed(visit) ? Sudo.given() : asked(visit);
  }

  /** Whether a second factor is asked for beside the password where that is always asked for. */
  boolean asksFactor(SettingsVisit visit) {
    return of(visit).asksFactor();
  }

  private static boolean isConfirmed(SettingsVisit visit) {
    return visit.session().isConfirmed(visit.call().now());
  }

  private Sudo asked(SettingsVisit visit) {
    Factors on = confirmer.factors(visit.user().id());
    if (!on.areOn()) {
      return Sudo.asked();
    }
    String passkey =
        on.hasPasskey() ? questions.toConfirm(visit.session(), visit.call().now()) : "";
    return Sudo.askedForFactor(on.totp(), passkey);
  }

  /**
   * Why the form may not go on yet; empty when it may.
   *
   * @param name of the form, as its page knows it
   */
  public Optional<Refusal> refusal(SettingsVisit visit, Parameters form, String name) {
    return isConfirmed(visit)
        ? Optional.empty()
        : check(visit, proof(visit, form)).map(problem -> refused(problem, visit, name));
  }

  private Proof proof(SettingsVisit visit, Parameters form) {
    if (!confirmer.factors(visit.user().id()).areOn()) {
      return password(form, "sudo_password");
    }
    Optional<Proof> passkey = form.optional("sudo_passkey").map(Proof.PasskeyAnswer::new);
    return passkey
        .or(() -> form.optional("sudo_code").map(Proof.Code::new))
        .orElseGet(Proof.Nothing::new);
  }

  private static Proof password(Parameters form, String field) {
    return form.optional(field)
        .<Proof>map(text -> new Proof.Password(new Secret(text)))
        .orElseGet(Proof.Nothing::new);
  }

  private Refusal refused(SudoProblem problem, SettingsVisit visit, String name) {
    Sudo sudo = asked(visit);
    String sentence = problem.in(visit.words(), sudo.asksFactor());
    return new Refusal(
        problem.status(), sudo.refusedAt(name, sentence), retryAfter(problem, visit));
  }

  /** Empty where trying again later is no better. */
  Optional<String> retryAfter(SudoProblem problem, SettingsVisit visit) {
    UserId user = visit.user().id();
    return switch (problem) {
      case MISSING, WRONG, WRONG_CODE, WRONG_PASSKEY -> Optional.empty();
      case TOO_MANY -> Optional.of(limits.retryAfter(Limit.CONFIRMATION_FAILURES, user.toString()));
      case TOO_MANY_CODES -> Optional.of(guesses.retryAfter(user));
      case BUSY -> Optional.of(WHEN_BUSY);
    };
  }

  private Optional<SudoProblem> check(SettingsVisit visit, Proof proof) {
    UserId user = visit.user().id();
    boolean guessed =
        switch (proof) {
          case Proof.Code _ -> !guesses.take(user);
          case Proof.Password _ -> limits.isExhausted(Limit.CONFIRMATION_FAILURES, user.toString());
          case Proof.Nothing _, Proof.PasskeyAnswer _ -> false;
        };
    if (guessed) {
      return Optional.of(
          proof instanceof Proof.Code ? SudoProblem.TOO_MANY_CODES : SudoProblem.TOO_MANY);
    }
    return settle(visit, proof, confirmer.confirm(visit.session(), proof, visit.act()));
  }

  private Optional<SudoProblem> settle(
      SettingsVisit visit, Proof proof, Confirmer.Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> {
        if (proof instanceof Proof.Code) {
          guesses.giveBack(visit.user().id());
        }
        sessions.confirm(visit.session(), visit.call().now());
        yield Optional.empty();
      }
      case MISSING -> Optional.of(SudoProblem.MISSING);
      case BUSY -> Optional.of(SudoProblem.BUSY);
      case WRONG -> Optional.of(wrong(visit, proof));
    };
  }

  private SudoProblem wrong(SettingsVisit visit, Proof proof) {
    return switch (proof) {
      case Proof.Code _ -> SudoProblem.WRONG_CODE;
      case Proof.PasskeyAnswer _ -> SudoProblem.WRONG_PASSKEY;
      case Proof.Nothing _, Proof.Password _ -> {
        limits.count(Limit.CONFIRMATION_FAILURES, visit.user().id().toString());
        yield SudoProblem.WRONG;
      }
    };
  }

  /**
   * Why this is not taken for the user's password, whatever was confirmed before; empty when it is.
   * Alone it confirms nothing where a second factor is asked for.
   */
  Optional<SudoProblem> checkPassword(SettingsVisit visit, Parameters form, String field) {
    String user = visit.user().id().toString();
    if (!(password(form, field) instanceof Proof.Password given)) {
      return Optional.of(SudoProblem.MISSING);
    }
    if (limits.isExhausted(Limit.CONFIRMATION_FAILURES, user)) {
      return Optional.of(SudoProblem.TOO_MANY);
    }
    return switch (confirmer.byPassword(visit.user().id(), given, visit.act())) {
      case CONFIRMED -> Optional.empty();
      case MISSING -> Optional.of(SudoProblem.MISSING);
      case BUSY -> Optional.of(SudoProblem.BUSY);
      case WRONG -> Optional.of(wrong(visit, given));
    };
  }

  /**
   * The page is shown again.
   *
   * @param sudo says what was wrong
   * @param retryAfter seconds, where trying again later helps
   */
  public record Refusal(int status, Sudo sudo, Optional<String> retryAfter) {
    /** The page with all that its headers have to say. */
    public Reply on(Reply page) {
      return retryAfter.map(seconds -> page.with("Retry-After", seconds)).orElse(page);
    }
  }
}
