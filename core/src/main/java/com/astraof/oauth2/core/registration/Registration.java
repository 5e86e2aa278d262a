package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.registration.ClientMetadata.Software;
import com.astraof.oauth2.core.secret.SecretHash;

/**
 * What is kept of a client that has registered itself, beside the application that it is.
 *
 * @param accessToken opens its configuration (RFC 7592 §3)
 * @param method how it said that it authenticates
 */
public record Registration(SecretHash accessToken, String method, Software software) {}
