package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.BotNames;
import com.astraof.oauth2.core.application.ClientDocument;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where applications come in by themselves, each under a free name for its bot. */
public final class Entrance {
  private final RegistrationStore registrations;
  private final Snowflakes snowflakes;
  private final Entropy entropy;
  private final BotNames bots;

  public Entrance(RegistrationStore registrations, Snowflakes snowflakes, Entropy entropy) {
    this.registrations = registrations;
    this.snowflakes = snowflakes;
    this.entropy = entropy;
    this.bots = new BotNames(entropy);
  }

  /**
   * An application that is not written yet.
   *
   * @param document null where it is not described by one
   */
  Application prepare(
      ClientMetadata said,
      List<ClientSecret> secrets,
      @Nullable ClientDocument document,
      Instant now) {
    // Nobody is told the token of its bot, so there is nothing to be done with it.
    var botToken = SecretHash.of(entropy.newSecret());
    return SelfDescribed.fresh(snowflakes.newApplication(), said, secrets, document, botToken, now);
  }

  /**
   * @param registration null where it is described by a document
   */
  Admission.Outcome admit(
      Application application, @Nullable Registration registration, Admission admission, Act act) {
    var event =
        AuditEvent.application(
            Event.APPLICATION_CREATED, application.owner(), application.id(), act);
    var outcome = new AtomicReference<>(Admission.Outcome.NAME_TAKEN);
    User _ =
        bots.of(
            application,
            bot -> {
              outcome.set(registrations.admit(application, bot, registration, admission, event));
              return outcome.get() != Admission.Outcome.NAME_TAKEN;
            });
    return outcome.get();
  }
}
