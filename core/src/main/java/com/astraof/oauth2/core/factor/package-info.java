/**
 * What people prove beside their password: codes of an authenticator app, recovery codes, passkeys.
 * How they sign in with them, and confirm what cannot be undone. Passwords and sessions are the
 * account's; encoding and cryptography of WebAuthn come in from outside.
 */
@NullMarked
package com.astraof.oauth2.core.factor;

import org.jspecify.annotations.NullMarked;
