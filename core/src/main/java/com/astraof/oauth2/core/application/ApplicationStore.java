package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.util.List;
import java.util.Optional;

/** Where applications live. */
public interface ApplicationStore {
  /**
   * Writes the application and its bot user, both or neither.
   *
   * @return false, and nothing written, when the bot's username and discriminator are taken
   */
  boolean register(Application application, User bot, SecretHash botToken);

  Optional<Application> find(ApplicationId id);

  /** What the application's bot authenticates with. */
  Optional<SecretHash> botToken(ApplicationId id);

  /** Oldest first. */
  List<Application> ownedBy(UserId owner);
}
