package com.astraof.oauth2.core.insight;

import com.astraof.oauth2.core.protocol.OAuthError;
import java.time.Instant;

/** One refused request of an application. */
public record Refusal(Instant at, Door door, OAuthError.Code error, Reason reason) {}
