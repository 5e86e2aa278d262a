package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;

/**
 * A user's sign-in on one device, in the browser or over the API.
 *
 * @param token hash of the token that the device holds; the session's id
 */
public record Session(SecretHash token, User user, Instant openedAt, Instant lastUsedAt) {}
