package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.view.Sudo;
import com.astraof.oauth2.server.view.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the password again, in place, before what cannot be undone; then not for some minutes in
 * this session.
 */
public final class SudoGate {
  static final String WHEN_BUSY = "2";

  private final Accounts accounts;
  private final Sessions sessions;
  private final RateLimits limits;

  public SudoGate(Accounts accounts, Sessions sessions, RateLimits limits) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.limits = limits;
  }

  /** What the forms of a page show. */
  public Sudo of(SettingsVisit visit) {
    return visit.session().isConfirmed(visit.call().now()) ? Sudo.given() : Sudo.asked();
  }

  /**
   * Why the form may not go on yet; empty when it may.
   *
   * @param name of the form, as its page knows it
   */
  public Optional<Refusal> refusal(SettingsVisit visit, Parameters form, String name) {
    if (visit.session().isConfirmed(visit.call().now())) {
      return Optional.empty();
    }
    return check(visit, form.optional("sudo_password").map(Secret::new).orElse(null))
        .map(problem -> refused(problem, visit, name));
  }

  private Refusal refused(Problem problem, SettingsVisit visit, String name) {
    var sudo = Sudo.refused(name, problem.in(visit.words()));
    return new Refusal(problem.status, sudo, retryAfter(problem, visit));
  }

  /** Empty where trying again later is no better. */
  Optional<String> retryAfter(Problem problem, SettingsVisit visit) {
    String user = visit.user().id().toString();
    return switch (problem) {
      case MISSING, WRONG -> Optional.empty();
      case TOO_MANY -> Optional.of(limits.retryAfter(Limit.CONFIRMATION_FAILURES, user));
      case BUSY -> Optional.of(WHEN_BUSY);
    };
  }

  /**
   * Why this is not taken for the user's password, whatever was confirmed before; empty when it is.
   */
  Optional<Problem> check(SettingsVisit visit, @Nullable Secret password) {
    String user = visit.user().id().toString();
    if (limits.isExhausted(Limit.CONFIRMATION_FAILURES, user)) {
      return Optional.of(Problem.TOO_MANY);
    }
    return switch (accounts.confirm(visit.user().id(), password, visit.act())) {
      case CONFIRMED -> {
        sessions.confirm(visit.session(), visit.call().now());
        yield Optional.empty();
      }
      case MISSING -> Optional.of(Problem.MISSING);
      case WRONG -> {
        limits.count(Limit.CONFIRMATION_FAILURES, user);
        yield Optional.of(Problem.WRONG);
      }
      case BUSY -> Optional.of(Problem.BUSY);
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

  /** Why a password was not confirmed. */
  enum Problem {
    MISSING(403, "sudo.missing"),
    WRONG(400, "sudo.wrong"),
    TOO_MANY(429, "sudo.too_many"),
    BUSY(503, "sign_in.busy");

    private final int status;
    private final String key;

    Problem(int status, String key) {
      this.status = status;
      this.key = key;
    }

    int status() {
      return status;
    }

    String in(Words words) {
      return words.say(key);
    }
  }
}
