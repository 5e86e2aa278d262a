package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.util.List;
import java.util.Optional;

/**
 * Where authenticator apps and recovery codes are kept. Each change is written together with its
 * line in the audit log.
 */
public interface FactorStore {
  /** A bot has those of its application's owner. */
  Factors of(UserId user);

  Optional<Sealed> totp(UserId user);

  /**
   * Sets up the app, with recovery codes in place of older ones. Whatever was confirmed by password
   * alone counts no more.
   *
   * @param step the time step of the code that proved it, used up by that
   * @return false, and nothing written, when there is an app already
   */
  boolean enable(Sealed secret, long step, List<SecretHash> codes, Act act);

  /** False when there is no app. */
  boolean disable(UserId user, Act act);

  /** Uses a time step up. Of any number of callers at once, one is told true, and none later. */
  boolean useStep(UserId user, long step);

  /** Uses a recovery code up. Of any number of callers at once, one is told true. */
  boolean useCode(UserId user, SecretHash code, Act act);

  void replaceCodes(UserId user, List<SecretHash> codes, Act act);

  /** Takes app, passkeys and codes away and ends all sessions: the operator's way. */
  void recover(UserId user, Act act);

  /**
   * Secrets that are sealed under another master key than this, in the order of their users.
   *
   * @param after only users with a greater id
   */
  List<Sealed> notUnder(int masterKey, long after, int limit);

  /** Nothing happens when the secret is another by now. */
  void reseal(Sealed old, Sealed sealed);

  /**
   * An app's secret as it is kept.
   *
   * @param masterKey by its id, as the envelope names it
   */
  record Sealed(UserId user, String envelope, int masterKey) {}
}
