package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.lease.Portion;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Opens, finds and ends sessions. A token is always new: none is ever taken from a client (session
 * fixation).
 */
public final class Sessions {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String PREFIX = "ast_";
  private static final int CHARACTERS = 36;
  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + CHARACTERS + "}");

  /** How long a device that never comes back stays signed in. */
  private static final Duration IDLE = Duration.ofDays(30);

  /** How long what was confirmed need not be confirmed again. */
  public static final Duration CONFIRMED = Duration.ofMinutes(5);

  /** The last use is kept only so precisely, to spare a write for each page. */
  private static final Duration PRECISION = Duration.ofMinutes(5);

  /** So that a round of sweeping stays short. */
  private static final int AT_ONCE = 500;

  private final SessionStore store;
  private final Entropy entropy;
  private final LongAdder opened = new LongAdder();

  public Sessions(SessionStore store, Entropy entropy) {
    this.store = store;
    this.entropy = entropy;
  }

  /**
   * Signs the user in; the token is given to the device and only its hash is kept (contract 1.2).
   *
   * @param methods what was proved
   */
  public Secret open(UserId user, Set<SignInMethod> methods, Act act) {
    Secret token = newToken();
    store.open(SecretHash.of(token), user, methods, act.by(new Who.Person(user)));
    opened.increment();
    return token;
  }

  /** How many have been opened here since the start. */
  public long opened() {
    return opened.sum();
  }

  /** The session goes on under a new token, and whoever knew the old one is out. */
  public Secret renew(Session session) {
    Secret token = newToken();
    store.renew(session.token(), SecretHash.of(token));
    return token;
  }

  /** The same after its user has proved anew who they are, or more than before. */
  public Secret renew(Session session, Authentication signIn, Act act) {
    Secret token = newToken();
    store.renew(session, SecretHash.of(token), signIn, act);
    return token;
  }

  private Secret newToken() {
    var text = new StringBuilder(PREFIX);
    for (int i = 0; i < CHARACTERS; i++) {
      text.append(ALPHABET.charAt(entropy.below(ALPHABET.length())));
    }
    return new Secret(text.toString());
  }

  public Optional<Session> find(Secret token, Instant now) {
    if (!SHAPE.matcher(token.expose()).matches()) {
      return Optional.empty();
    }
    Optional<Session> session =
        store.find(SecretHash.of(token)).filter(found -> isFresh(found, now));
    session
        .filter(found -> now.isAfter(found.life().lastUsedAt().plus(PRECISION)))
        .ifPresent(found -> store.touch(found.token(), now));
    return session;
  }

  /** Those that would still be let in, the latest used first. */
  public List<Session> of(UserId user, Instant now) {
    return store.of(user).stream().filter(session -> isFresh(session, now)).toList();
  }

  public void end(Secret token, Act act) {
    store.end(SecretHash.of(token), act);
  }

  /** Ends those of the sessions that are this user's, by their {@link Session#token()}. */
  public void end(UserId user, Collection<SecretHash> tokens, Act act) {
    store.end(user, tokens, act);
  }

  public void endOthers(Session kept, Act act) {
    store.endOthers(kept.user().id(), kept.token(), act);
  }

  /** The user has just proved in this session to be there. */
  public void confirm(Session session, Instant now) {
    store.confirm(session.token(), now.plus(CONFIRMED));
  }

  /** Forgets some of those that let nobody in any more. */
  public Portion sweep(Instant now) {
    int forgotten = store.forgetUnused(now.minus(IDLE).minus(PRECISION), AT_ONCE);
    return new Portion(forgotten, forgotten == AT_ONCE);
  }

  private static boolean isFresh(Session session, Instant now) {
    return now.isBefore(session.life().lastUsedAt().plus(IDLE));
  }
}
