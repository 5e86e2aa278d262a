package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where passkeys are kept. Each change is written together with its line in the audit log. */
public interface PasskeyStore {
  /** The oldest first. */
  List<Passkey> of(UserId user);

  Optional<Passkey> find(String id);

  /**
   * By what passkeys know their user: random, and the same for all of them.
   *
   * @param fresh becomes it, when there is none yet
   */
  String handle(UserId user, String fresh);

  /**
   * @param codes recovery codes, kept when this is the account's first second factor
   * @param most how many there may be
   */
  Adding add(Passkey passkey, List<SecretHash> codes, int most, Act act);

  /**
   * Notes a use. False when the counter has been reached before: that is a copy, or a replay.
   *
   * @param counter 0 for a passkey that does not count
   */
  boolean use(String id, long counter, Instant at);

  /** Nothing happens when the user has no such passkey; nor with {@link #remove}. */
  void rename(UserId user, String id, String name);

  void remove(UserId user, String id, Act act);

  /** What {@link #add} found; nothing is written unless it is one of the first two. */
  enum Adding {
    /** The recovery codes are kept too. */
    FIRST,
    FURTHER,
    /** Somebody has it already. */
    TAKEN,
    TOO_MANY
  }
}
