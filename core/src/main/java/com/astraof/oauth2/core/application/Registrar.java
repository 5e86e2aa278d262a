package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registers applications. Each gets a bot user of the same id and name; secrets are shown in this
 * one answer only.
 */
public final class Registrar {
  private static final int TRIES_UNDER_ITS_NAME = 20;
  private static final int TRIES = 40;

  private final ApplicationStore applications;
  private final Snowflakes snowflakes;
  private final Entropy entropy;

  public Registrar(ApplicationStore applications, Snowflakes snowflakes, Entropy entropy) {
    this.applications = applications;
    this.snowflakes = snowflakes;
    this.entropy = entropy;
  }

  public Outcome register(NewApplication asked, Instant now) {
    var problems = asked.problems();
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    Secret secret = asked.type() == ClientType.CONFIDENTIAL ? entropy.newSecret() : null;
    var application =
        new Application(
            snowflakes.newApplication(),
            asked.owner(),
            asked.name(),
            client(asked, secret),
            new BotSettings(asked.botPublic(), false),
            now);
    return withBot(application, secret, now);
  }

  private static Client client(NewApplication asked, @Nullable Secret secret) {
    return new Client(
        asked.type(),
        asked.redirectUris().stream().map(RedirectUri::new).toList(),
        secret == null ? List.of() : List.of(SecretHash.of(secret)));
  }

  private Outcome withBot(Application application, @Nullable Secret secret, Instant now) {
    Secret botSecret = entropy.newSecret();
    for (int i = 0; i < TRIES; i++) {
      boolean underItsName = i < TRIES_UNDER_ITS_NAME;
      var name =
          Username.forBotOf(application.name())
              .filter(own -> underItsName)
              .orElseGet(() -> Username.random(entropy));
      var bot = User.bot(botUser(application.id()), name, entropy.below(10_000), now);
      if (applications.register(application, bot, SecretHash.of(botSecret))) {
        var botToken = new Secret(application.id() + "." + botSecret.expose());
        return new Outcome.Registered(application, bot, new Credentials(secret, botToken));
      }
    }
    throw new IllegalStateException("No free name for a bot in " + TRIES + " tries");
  }

  private static UserId botUser(ApplicationId id) {
    return new UserId(id.value());
  }

  /** Registered, or what to mend. */
  public sealed interface Outcome {
    record Registered(Application application, User bot, Credentials credentials)
        implements Outcome {}

    record Refused(List<FieldProblem> problems) implements Outcome {}
  }

  /**
   * Shown once.
   *
   * @param clientSecret null for a public client
   */
  public record Credentials(@Nullable Secret clientSecret, Secret botToken) {}
}
