package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.ApplicationEditor.Decision;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives applications new secrets, each shown once. A reset ends the old ones with it; a second
 * secret may stand beside the first until every server of the app has it, and the first is retired.
 */
public final class ApplicationSecrets {
  private static final int MOST = 2;

  private final ApplicationEditor editor;
  private final Entropy entropy;

  public ApplicationSecrets(ApplicationEditor editor, Entropy entropy) {
    this.editor = editor;
    this.entropy = entropy;
  }

  /** One new client secret in the place of all there are. */
  public Outcome reset(Application seen, Act act) {
    var secret = NewSecret.generate(entropy, act.at());
    var outcome =
        editor.change(
            seen,
            Event.SECRET_RESET,
            act,
            current ->
                current.isConfidential()
                    ? withSecrets(current, List.of(secret.kept()))
                    : refused("root", "A public application has no secret."));
    return issued(outcome, secret.text());
  }

  /** One more client secret; the others go on. */
  public Outcome add(Application seen, Act act) {
    var secret = NewSecret.generate(entropy, act.at());
    var outcome =
        editor.change(seen, Event.SECRET_ADDED, act, current -> withOneMore(current, secret));
    return issued(outcome, secret.text());
  }

  private static Decision withOneMore(Application current, NewSecret secret) {
    if (!current.isConfidential()) {
      return refused("root", "A public application has no secret.");
    }
    var secrets = new ArrayList<>(current.client().secrets());
    if (secrets.size() >= MOST) {
      return refused("root", "There are " + MOST + " secrets already: retire one first.");
    }
    secrets.add(secret.kept());
    return withSecrets(current, secrets);
  }

  /** Ends one client secret; another must remain, or keys by which to authenticate instead. */
  public ApplicationEditor.Outcome retire(Application seen, SecretHash retired, Act act) {
    return editor.change(seen, Event.SECRET_RETIRED, act, current -> withOneLess(current, retired));
  }

  private static Decision withOneLess(Application current, SecretHash retired) {
    var remaining =
        current.client().secrets().stream()
            .filter(secret -> !secret.hash().equals(retired))
            .toList();
    if (remaining.size() == current.client().secrets().size()) {
      return refused("secret_id", "There is no such secret.");
    }
    boolean isLastWay = remaining.isEmpty() && !current.client().hasKeys();
    return isLastWay
        ? refused(
            "secret_id", "This is the last secret: add another one or keys first, or reset it.")
        : withSecrets(current, remaining);
  }

  /** A new bot token in the place of the old one. */
  public Outcome resetBotToken(Application seen, Act act) {
    var secret = NewSecret.generate(entropy, act.at());
    var outcome =
        editor.change(
            seen,
            Event.BOT_TOKEN_RESET,
            act,
            current -> {
              var old = current.bot();
              return new Decision.To(
                  current.with(
                      new BotSettings(
                          old.isPublic(), old.requiresCodeGrant(), secret.kept().hash())));
            });
    return issued(outcome, secret.asBotTokenOf(seen.id()));
  }

  private static Decision withSecrets(Application current, List<ClientSecret> secrets) {
    return new Decision.To(current.with(current.client().withSecrets(secrets)));
  }

  private static Decision refused(String path, String message) {
    return new Decision.Not(List.of(new FieldProblem(path, message)));
  }

  private static Outcome issued(ApplicationEditor.Outcome outcome, Secret secret) {
    return switch (outcome) {
      case ApplicationEditor.Outcome.Edited(var application) ->
          new Outcome.Issued(application, secret);
      case ApplicationEditor.Outcome.Refused(var problems) -> new Outcome.Refused(problems);
      case ApplicationEditor.Outcome.Gone() -> new Outcome.Gone();
    };
  }

  /** A new secret, or why there is none. */
  public sealed interface Outcome {
    record Issued(Application application, Secret secret) implements Outcome {}

    record Refused(List<FieldProblem> problems) implements Outcome {}

    /** Deleted meanwhile, or somebody else's. */
    record Gone() implements Outcome {}
  }
}
