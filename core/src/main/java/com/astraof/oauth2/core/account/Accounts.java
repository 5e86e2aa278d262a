package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.UserStore.Login;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers people and checks who they are. */
public final class Accounts {
  private static final int TRIES = 40;

  private final UserStore users;
  private final PasswordHasher passwords;
  private final Snowflakes snowflakes;
  private final Entropy entropy;
  private final AuditLog audit;

  public Accounts(
      UserStore users,
      PasswordHasher passwords,
      Snowflakes snowflakes,
      Entropy entropy,
      AuditLog audit) {
    this.users = users;
    this.passwords = passwords;
    this.snowflakes = snowflakes;
    this.entropy = entropy;
    this.audit = audit;
  }

  public Registration register(SignUp asked, Act act) {
    var problems = asked.problems(act.at());
    if (!problems.isEmpty()) {
      return new Registration.Refused(problems);
    }
    Secret password = asked.login().password();
    if (password == null) {
      return add(asked, null, act);
    }
    return passwords
        .hash(password)
        .map(hash -> add(asked, hash, act))
        .orElseGet(Registration.Busy::new);
  }

  /** Costs one Argon2 whether the address is known or not (contract 4: one equal error). */
  public SignIn signIn(String email, Secret password, Act act) {
    Optional<Login> login = users.findLogin(email);
    var check =
        login
            .map(known -> passwords.check(password, known.password()))
            .orElseGet(() -> passwords.checkNobody(password));
    return switch (check) {
      case MATCHES -> new SignIn.Welcome(login.orElseThrow().user());
      case DIFFERS -> {
        login.ifPresent(known -> note(Event.SIGN_IN_FAILED, known.user().id(), act));
        yield new SignIn.Wrong();
      }
      case BUSY -> new SignIn.Busy();
    };
  }

  /**
   * Has a user who is signed in prove to know the password, before something that cannot be undone
   * (sudo, contract 4).
   */
  public Confirmation confirm(UserId user, Secret password, Act act) {
    var known = users.password(user);
    if (known.isEmpty()) {
      return Confirmation.WRONG;
    }
    return switch (passwords.check(password, known.get())) {
      case MATCHES -> Confirmation.CONFIRMED;
      case DIFFERS -> {
        note(Event.CONFIRMATION_FAILED, user, act);
        yield Confirmation.WRONG;
      }
      case BUSY -> Confirmation.BUSY;
    };
  }

  private void note(Event event, UserId user, Act act) {
    audit.add(AuditEvent.account(event, user, act));
  }

  private Registration add(SignUp asked, @Nullable PasswordHash hash, Act act) {
    String shown = asked.names().globalName();
    String globalName = shown == null ? null : DisplayName.clean(shown);
    String address = asked.login().email();
    Email email = address == null ? null : new Email(address, false);
    for (int i = 0; i < TRIES; i++) {
      var tag = new Tag(username(asked, globalName), entropy.below(10_000));
      var person = User.person(snowflakes.newUser(), tag, globalName, email, act.at());
      var user = person.with(person.profile().withLanguage(asked.language()));
      var registered = act.by(new Who.Person(user.id()));
      var event = AuditEvent.account(Event.REGISTERED, user.id(), registered);
      switch (users.add(user, hash, event)) {
        case ADDED -> {
          return new Registration.Registered(user);
        }
        case EMAIL_TAKEN -> {
          return refused("email", "This address cannot be used. Sign in if it is yours.");
        }
        case TAG_TAKEN -> {}
      }
    }
    return refused("username", "Too many people have this username. Choose another.");
  }

  private Username username(SignUp asked, @Nullable String globalName) {
    if (asked.names().username() != null) {
      return new Username(asked.names().username());
    }
    return Optional.ofNullable(globalName)
        .flatMap(Username::fromDisplayName)
        .orElseGet(() -> Username.random(entropy));
  }

  private static Registration refused(String path, String message) {
    return new Registration.Refused(List.of(new FieldProblem(path, message)));
  }

  /** What became of a registration. */
  public sealed interface Registration {
    record Registered(User user) implements Registration {}

    record Refused(List<FieldProblem> problems) implements Registration {}

    /** Too many passwords are being hashed; try again shortly. */
    record Busy() implements Registration {}
  }

  /** Whether a password was confirmed. */
  public enum Confirmation {
    CONFIRMED,
    WRONG,
    BUSY
  }

  /** What became of a sign-in. */
  public sealed interface SignIn {
    record Welcome(User user) implements SignIn {}

    /** Address or password; which one is not said. */
    record Wrong() implements SignIn {}

    record Busy() implements SignIn {}
  }
}
