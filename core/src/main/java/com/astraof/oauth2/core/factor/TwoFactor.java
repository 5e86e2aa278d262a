package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Entropy;
import java.util.OptionalLong;

/**
 * Authenticator apps and recovery codes: how they are set up, and what counts as a right code. A
 * code is right once; the store settles who was first.
 */
public final class TwoFactor {
  private final FactorStore store;
  private final TotpVault vault;
  private final Entropy entropy;
  private final AuditLog audit;

  public TwoFactor(FactorStore store, TotpVault vault, Entropy entropy, AuditLog audit) {
    this.store = store;
    this.vault = vault;
    this.entropy = entropy;
    this.audit = audit;
  }

  public Factors of(UserId user) {
    return store.of(user);
  }

  /** Sets up an app that has proved to know the secret. */
  public Enabling enable(UserId user, TotpSecret secret, String code, Act act) {
    OptionalLong step = secret.stepOf(code.strip(), act.at());
    if (step.isEmpty()) {
      return new Enabling.WrongCode();
    }
    var codes = RecoveryCodes.generate(entropy);
    var sealed = vault.seal(user, secret);
    return store.enable(sealed, step.getAsLong(), codes.hashes(user), act)
        ? new Enabling.Enabled(codes)
        : new Enabling.AlreadyOn();
  }

  /** False when no app is set up. Who asks for it has been confirmed. */
  public boolean disable(UserId user, Act act) {
    return store.disable(user, act);
  }

  /** New recovery codes, with which the old ones end. Who asks for them has been confirmed. */
  public RecoveryCodes newCodes(UserId user, Act act) {
    var codes = RecoveryCodes.generate(entropy);
    store.replaceCodes(user, codes.hashes(user), act);
    return codes;
  }

  /**
   * Whether this is a right code that was never used, of the app or for recovery; then it is used
   * up.
   *
   * @param failure what a wrong one is written down as
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6238#section-5.2">RFC 6238 §5.2</a>
   */
  boolean accept(UserId user, String typed, Event failure, Act act) {
    boolean accepted = acceptApp(user, typed, act) || acceptRecovery(user, typed, act);
    if (!accepted) {
      audit.add(AuditEvent.account(failure, user, act));
    }
    return accepted;
  }

  private boolean acceptApp(UserId user, String typed, Act act) {
    String code = typed.replaceAll("\\s", "");
    return vault
        .secret(user)
        .map(secret -> secret.stepOf(code, act.at()))
        .filter(step -> step.isPresent() && store.useStep(user, step.getAsLong()))
        .isPresent();
  }

  private boolean acceptRecovery(UserId user, String typed, Act act) {
    return RecoveryCodes.hashOf(typed, user)
        .filter(hash -> store.useCode(user, hash, act))
        .isPresent();
  }

  /** What became of setting an app up. */
  public sealed interface Enabling {
    record Enabled(RecoveryCodes codes) implements Enabling {}

    record WrongCode() implements Enabling {}

    record AlreadyOn() implements Enabling {}
  }
}
