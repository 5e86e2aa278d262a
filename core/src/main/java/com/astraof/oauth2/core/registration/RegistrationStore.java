package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where applications are kept that came in by themselves. */
public interface RegistrationStore {
  /**
   * Writes the application, its bot and its registration, or nothing.
   *
   * @param registration null where it is described by a document
   */
  Admission.Outcome admit(
      Application application,
      User bot,
      @Nullable Registration registration,
      Admission admission,
      AuditEvent event);

  /** Of an application that is not deleted. */
  Optional<Registration> find(ApplicationId id);

  /**
   * Writes everything that can change.
   *
   * @return false, and nothing written, when the application is of another version by now, or
   *     deleted
   */
  boolean replace(Application after, Registration registration, AuditEvent event);

  /** The application that a document describes. */
  Optional<Application> describedAt(String address);

  /** Those that came in before this and that no user has ever approved, oldest first. */
  List<Application> unused(Instant before, int most);

  /** Lets the holder of this token register so many clients; forgets tokens that do no more. */
  void invite(SecretHash initialToken, int uses, Instant expiresAt, Instant now);

  /** Whether a client can be registered with it. */
  boolean isInvited(SecretHash initialToken, Instant now);

  /** Ends all initial tokens. */
  void uninviteAll();
}
