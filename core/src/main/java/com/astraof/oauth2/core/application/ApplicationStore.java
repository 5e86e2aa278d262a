package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Where applications live. A deleted one is found nowhere, and its id and its bot's name are never
 * given again. Each change is written together with its lines in the audit log.
 */
public interface ApplicationStore {
  /**
   * Writes the application and its bot user, both or neither.
   *
   * @return false, and nothing written, when the bot's username and discriminator are taken
   */
  boolean register(Application application, User bot, AuditEvent event);

  Optional<Application> find(ApplicationId id);

  /** What it is or was called: also when it has been deleted. */
  Optional<String> name(ApplicationId id);

  /** Oldest first. */
  List<Application> ownedBy(UserId owner);

  /** Those that the user may take over, oldest first. */
  List<Application> offeredTo(UserId user);

  /**
   * Writes everything that can change.
   *
   * @param after of the version that it was decided on
   * @return false, and nothing written, when it is of another version by now, or deleted
   */
  boolean replace(Application after, List<AuditEvent> events);

  /**
   * Writes what the operator decided, and the token of its bot; {@link #replace} touches neither
   * the decision nor what follows from it.
   *
   * @param after of the version that it was decided on
   * @return false, and nothing written, when it is of another version by now, or deleted
   */
  boolean oversee(Application after, AuditEvent event);

  /** So many whose ids come after this one, by id. */
  List<Application> after(ApplicationId id, int limit);

  /** Those that the operator has verified. */
  List<Application> verified();

  /**
   * Deletes the application: its bot is in no guild any more, its secrets and tokens open nothing.
   *
   * @return false, and nothing written, when it is of another version by now, or deleted
   */
  boolean delete(Application seen, AuditEvent event);

  /** The same, and nothing is written either when a user has ever approved it. */
  boolean deleteUnused(Application seen, AuditEvent event);
}
