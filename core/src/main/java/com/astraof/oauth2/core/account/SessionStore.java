package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where sessions live. Opening and ending them is audited. */
public interface SessionStore {
  /** Nothing happens while the account is closed. */
  void open(SecretHash token, UserId user, Set<SignInMethod> methods, Act act);

  Optional<Session> find(SecretHash token);

  /** The latest used first. */
  List<Session> of(UserId user);

  void touch(SecretHash token, Instant at);

  /** The session goes on under another token. */
  void renew(SecretHash old, SecretHash token);

  /** The same after another sign-in of its user, which is audited as one. */
  void renew(Session old, SecretHash token, Authentication signIn, Act act);

  /** Nothing happens when there is none. */
  void end(SecretHash token, Act act);

  /** Ends those of them that are this user's. */
  void end(UserId user, Collection<SecretHash> tokens, Act act);

  void endOthers(UserId user, SecretHash kept, Act act);

  /**
   * Ends sessions that were opened before, whosever they are; part of ending everything, and not
   * audited one by one.
   *
   * @return how many they were: fewer than {@code most} when none is left
   */
  int endOpenedBefore(Instant before, int most);

  /**
   * Forgets sessions that nobody has used since, unaudited.
   *
   * @return how many they were: fewer than {@code most} when none is left
   */
  int forgetUnused(Instant since, int most);

  /** The user has confirmed to be there. */
  void confirm(SecretHash token, Instant until);
}
