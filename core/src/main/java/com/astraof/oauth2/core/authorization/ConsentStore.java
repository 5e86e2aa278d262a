package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where consents live: one for each user and application. */
public interface ConsentStore {
  Optional<Consent> find(UserId user, ApplicationId application);

  /** Adds the scopes to what was approved before; answers the whole. Audited. */
  Consent approve(UserId user, ApplicationId application, Scopes scopes, Act act);

  /**
   * Takes the whole of it back. Audited, once.
   *
   * @return which consent it was, by its instant, also when it was taken back before: whoever did
   *     so may not have told anybody; empty when there never was one
   */
  Optional<Instant> withdraw(UserId user, ApplicationId application, Act act);

  /** The application did something for the user. */
  void used(UserId user, ApplicationId application, Instant at);

  /** What the user has approved and not taken back, of applications that exist. */
  List<Standing> of(UserId user);

  /** A consent and whom it was given to. */
  record Standing(Application application, Consent consent) {}
}
