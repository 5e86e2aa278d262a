package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.factor.PasskeyChallenges.Purpose;
import com.astraof.oauth2.core.factor.PasskeyReader.Checked;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Passkeys of accounts: made, used, renamed, removed. All of them are found by their device without
 * a name and verify their user, so each one stands for two factors.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion">WebAuthn Level 3
 *     §7.2</a>
 */
public final class Passkeys {
  private static final int MOST = 20;
  private static final int HANDLE_BYTES = 32;

  private final PasskeyStore store;
  private final PasskeyReader reader;
  private final PasskeyChallenges challenges;
  private final Entropy entropy;
  private final AuditLog audit;

  public Passkeys(
      PasskeyStore store,
      PasskeyReader reader,
      PasskeyChallenges challenges,
      Entropy entropy,
      AuditLog audit) {
    this.store = store;
    this.reader = reader;
    this.challenges = challenges;
    this.entropy = entropy;
    this.audit = audit;
  }

  public List<Passkey> of(UserId user) {
    return store.of(user);
  }

  /** A new challenge. */
  public String challenge(Purpose purpose, SecretHash boundTo, Instant now) {
    return challenges.issue(purpose, boundTo, now);
  }

  /** By what the user's passkeys know them. */
  public String handle(UserId user) {
    return store.handle(user, Base64Url.encode(entropy.bytes(HANDLE_BYTES)));
  }

  /** Keeps a new passkey. The challenge was given only to a session that was confirmed. */
  public Registration register(Session session, PasskeyName name, String answer, Act act) {
    Instant now = act.at();
    var challenge = reader.challengeOf(answer);
    var expiry =
        challenge.flatMap(
            given -> challenges.expiry(given, Purpose.REGISTER, session.token(), now));
    var registered = challenge.flatMap(given -> reader.register(answer, given));
    if (expiry.isEmpty()) {
      return new Registration.Stale();
    }
    if (registered.isEmpty() || !challenges.spend(challenge.get(), expiry.get(), now)) {
      return new Registration.Unreadable();
    }
    UserId user = session.user().id();
    var fresh = registered.get();
    var codes = RecoveryCodes.generate(entropy);
    var passkey = new Passkey(fresh.id(), user, name.text(), fresh.key(), now, null);
    return switch (store.add(passkey, codes.hashes(user), MOST, act)) {
      case FIRST -> new Registration.Added(passkey, Optional.of(codes));
      case FURTHER -> new Registration.Added(passkey, Optional.empty());
      case TAKEN -> new Registration.Unreadable();
      case TOO_MANY -> new Registration.TooMany();
    };
  }

  public void rename(UserId user, String id, PasskeyName name) {
    store.rename(user, id, name.text());
  }

  /** Who asks for it has been confirmed. */
  public void remove(UserId user, String id, Act act) {
    store.remove(user, id, act);
  }

  /** The passkey whose right answer this is, whoever it belongs to. */
  Optional<Passkey> accept(String answer, SecretHash boundTo, Act act) {
    return accept(
        answer,
        Purpose.SIGN_IN,
        boundTo,
        (passkey, said) -> said.equals(handle(passkey.user())),
        act);
  }

  /** The passkey of this user whose right answer this is. */
  Optional<Passkey> accept(
      UserId user, String answer, Purpose purpose, SecretHash boundTo, Act act) {
    return accept(
        answer,
        purpose,
        boundTo,
        (passkey, said) ->
            passkey.user().equals(user) && (said.isEmpty() || said.equals(handle(user))),
        act);
  }

  /**
   * All that needs no write is checked first; then the challenge is used up.
   *
   * @param fits whether a passkey and the user handle that it came with belong here
   */
  private Optional<Passkey> accept(
      String answer,
      Purpose purpose,
      SecretHash boundTo,
      BiPredicate<Passkey, String> fits,
      Act act) {
    var claim = reader.claimOf(answer);
    var passkey =
        claim.flatMap(
            said -> store.find(said.passkey()).filter(known -> fits.test(known, said.handle())));
    if (passkey.isEmpty()) {
      return Optional.empty();
    }
    String challenge = claim.get().challenge();
    return challenges
        .expiry(challenge, purpose, boundTo, act.at())
        .filter(expiry -> used(passkey.get(), answer, challenge, expiry, act))
        .flatMap(_ -> passkey);
  }

  private boolean used(Passkey passkey, String answer, String challenge, Instant expiry, Act act) {
    return switch (reader.check(answer, challenge, passkey)) {
      case Checked.Wrong() -> false;
      case Checked.Right(var counter) ->
          challenges.spend(challenge, expiry, act.at()) && counted(passkey, counter, act);
    };
  }

  private boolean counted(Passkey passkey, long counter, Act act) {
    boolean grown = store.use(passkey.id(), counter, act.at());
    if (!grown) {
      audit.add(AuditEvent.account(Event.PASSKEY_COPIED, passkey.user(), act));
    }
    return grown;
  }

  /** What became of a new passkey. */
  public sealed interface Registration {
    /**
     * @param codes recovery codes that were made with the account's first second factor
     */
    record Added(Passkey passkey, Optional<RecoveryCodes> codes) implements Registration {}

    /** What it answers was not asked here, or too long ago. */
    record Stale() implements Registration {}

    /** It is not a passkey of this site, or is known already. */
    record Unreadable() implements Registration {}

    record TooMany() implements Registration {}
  }
}
