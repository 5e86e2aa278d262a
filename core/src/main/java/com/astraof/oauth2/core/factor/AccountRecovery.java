package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.PasswordHasher;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.account.UserStore.NewPassword;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;

/**
 * The operator's way for somebody who has lost everything and has proved elsewhere who they are.
 */
public final class AccountRecovery {
  private final UserStore users;
  private final FactorStore factors;
  private final PasswordHasher passwords;
  private final Entropy entropy;

  public AccountRecovery(
      UserStore users, FactorStore factors, PasswordHasher passwords, Entropy entropy) {
    this.users = users;
    this.factors = factors;
    this.passwords = passwords;
    this.entropy = entropy;
  }

  /** Takes all second factors away and ends all sessions. The password stays. */
  public void recover(UserId user, Act act) {
    factors.recover(user, act);
  }

  /** Replaces the password by one to sign in with once and then to change. */
  public Secret newPassword(UserId user, Act act) {
    Secret password = entropy.newSecret();
    PasswordHash hash = passwords.hash(password).orElseThrow();
    SecretHash noSession = SecretHash.of(entropy.newSecret());
    var change = new NewPassword(user, hash, noSession, false, act);
    users.change(change, AuditEvent.account(Event.PASSWORD_CHANGED, user, act));
    return password;
  }
}
