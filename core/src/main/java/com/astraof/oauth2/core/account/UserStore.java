package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where users live. Each change is written together with its line in the audit log. */
public interface UserStore {
  /**
   * Adds a person.
   *
   * @param password null for an unclaimed account
   */
  Adding add(User user, @Nullable PasswordHash password, AuditEvent event);

  /** Empty for the bot of a deleted application, too. */
  Optional<User> find(UserId id);

  /** Without regard to case. */
  Optional<User> find(Tag tag);

  /** By address, without regard to case. */
  Optional<Login> findLogin(String email);

  /** Empty for bots and unclaimed accounts. */
  Optional<Login> findLogin(UserId id);

  /** Empty for bots and unclaimed accounts. */
  Optional<PasswordHash> password(UserId id);

  /**
   * Writes tag and profile.
   *
   * @param after of the version that it was decided on
   */
  Replacing replace(User after, AuditEvent event);

  /** Writes the new password and ends what the change says, all in one. */
  List<Ending.OfConsent> change(NewPassword change, AuditEvent event);

  /** What {@link #add} found; nothing is written unless {@link #ADDED}. */
  enum Adding {
    ADDED,
    EMAIL_TAKEN,
    TAG_TAKEN
  }

  /** What {@link #replace} found; nothing is written unless {@link #REPLACED}. */
  enum Replacing {
    REPLACED,
    /** Of another version by now, or gone. */
    CHANGED,
    TAG_TAKEN
  }

  /** A user who can sign in, and what proves it. */
  record Login(User user, PasswordHash password) {
    /** The address; whoever can sign in has one. */
    public String address() {
      return Objects.requireNonNull(user.email()).address();
    }

    /** Address and password as one hash: it is another one as soon as either is changed. */
    public SecretHash mark() {
      byte[] text = (address() + "\n" + password.phc()).getBytes(StandardCharsets.UTF_8);
      return new SecretHash(Sha256.of(text));
    }
  }

  /**
   * @param kept the session that goes on; all others end
   * @param endAppAccess whether all apps lose their access
   */
  record NewPassword(
      UserId user, PasswordHash password, SecretHash kept, boolean endAppAccess, Act act) {}
}
