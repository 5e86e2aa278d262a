package com.astraof.oauth2.core.factor;

/**
 * What an account has beside its password. It is two-factor as soon as there is an authenticator
 * app or a passkey; recovery codes come along and go with the last of them.
 *
 * @param totp whether an authenticator app is set up
 * @param recoveryCodes how many are left
 */
public record Factors(boolean totp, int passkeys, int recoveryCodes) {
  public boolean areOn() {
    return totp || passkeys > 0;
  }

  public boolean hasPasskey() {
    return passkeys > 0;
  }
}
