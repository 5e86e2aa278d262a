package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.Application.Listing;
import com.astraof.oauth2.core.application.Application.Ownership;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registers applications. Each gets a bot user of the same id and name; secrets are shown in this
 * one answer only.
 */
public final class Registrar {
  private final ApplicationStore applications;
  private final ApplicationNames names;
  private final Snowflakes snowflakes;
  private final Entropy entropy;
  private final BotNames bots;

  public Registrar(
      ApplicationStore applications,
      ApplicationNames names,
      Snowflakes snowflakes,
      Entropy entropy) {
    this.applications = applications;
    this.names = names;
    this.snowflakes = snowflakes;
    this.entropy = entropy;
    this.bots = new BotNames(entropy);
  }

  public Outcome register(NewApplication asked, Act act) {
    var problems = asked.problems();
    if (problems.isEmpty()) {
      problems = names.problemsWith(asked.name(), asked.owner());
    }
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    var secret =
        asked.type() == ClientType.CONFIDENTIAL ? NewSecret.generate(entropy, act.at()) : null;
    var botToken = NewSecret.generate(entropy, act.at());
    var application =
        new Application(
            snowflakes.newApplication(),
            new Ownership(asked.owner(), null),
            Listing.named(asked.name()),
            client(asked, secret),
            new BotSettings(asked.botPublic(), false, botToken.kept().hash()),
            act.at(),
            0);
    var credentials =
        new Credentials(
            secret == null ? null : secret.text(), botToken.asBotTokenOf(application.id()));
    return withBot(application, credentials, act);
  }

  private static Client client(NewApplication asked, @Nullable NewSecret secret) {
    return new Client(
        asked.type(),
        asked.redirectUris().stream().map(RedirectUri::new).toList(),
        secret == null ? List.of() : List.of(secret.kept()));
  }

  private Outcome withBot(Application application, Credentials credentials, Act act) {
    var event =
        AuditEvent.application(
            Event.APPLICATION_CREATED, application.owner(), application.id(), act);
    User bot =
        bots.of(application, candidate -> applications.register(application, candidate, event));
    return new Outcome.Registered(application, bot, credentials);
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
