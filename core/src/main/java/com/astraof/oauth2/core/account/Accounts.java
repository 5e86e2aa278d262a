package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.UserStore.Login;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import java.time.Instant;
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

  public Accounts(
      UserStore users, PasswordHasher passwords, Snowflakes snowflakes, Entropy entropy) {
    this.users = users;
    this.passwords = passwords;
    this.snowflakes = snowflakes;
    this.entropy = entropy;
  }

  public Registration register(SignUp asked, Instant now) {
    var problems = asked.problems(now);
    if (!problems.isEmpty()) {
      return new Registration.Refused(problems);
    }
    Secret password = asked.login().password();
    if (password == null) {
      return add(asked, null, now);
    }
    return passwords
        .hash(password)
        .map(hash -> add(asked, hash, now))
        .orElseGet(Registration.Busy::new);
  }

  /** Costs one Argon2 whether the address is known or not (contract 4: one equal error). */
  public SignIn signIn(String email, Secret password) {
    Optional<Login> login = users.findLogin(email);
    var check =
        login
            .map(known -> passwords.check(password, known.password()))
            .orElseGet(() -> passwords.checkNobody(password));
    return switch (check) {
      case MATCHES -> new SignIn.Welcome(login.orElseThrow().user());
      case DIFFERS -> new SignIn.Wrong();
      case BUSY -> new SignIn.Busy();
    };
  }

  private Registration add(SignUp asked, @Nullable PasswordHash hash, Instant now) {
    String shown = asked.names().globalName();
    String globalName = shown == null ? null : DisplayName.clean(shown);
    String address = asked.login().email();
    Email email = address == null ? null : new Email(address, false);
    for (int i = 0; i < TRIES; i++) {
      var tag = new Tag(username(asked, globalName), entropy.below(10_000));
      var user = User.person(snowflakes.newUser(), tag, globalName, email, now);
      switch (users.add(user, hash)) {
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

  /** What became of a sign-in. */
  public sealed interface SignIn {
    record Welcome(User user) implements SignIn {}

    /** Address or password; which one is not said. */
    record Wrong() implements SignIn {}

    record Busy() implements SignIn {}
  }
}
