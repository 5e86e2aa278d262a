package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.id.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where users live. */
public interface UserStore {
  /**
   * Adds a person.
   *
   * @param password null for an unclaimed account
   */
  Adding add(User user, @Nullable PasswordHash password);

  Optional<User> find(UserId id);

  /** By address, without regard to case. */
  Optional<Login> findLogin(String email);

  /** What {@link #add} found; nothing is written unless {@link #ADDED}. */
  enum Adding {
    ADDED,
    EMAIL_TAKEN,
    TAG_TAKEN
  }

  /** A user who can sign in, and what proves it. */
  record Login(User user, PasswordHash password) {}
}
