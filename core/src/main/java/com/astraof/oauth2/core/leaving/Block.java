package com.astraof.oauth2.core.leaving;

import java.time.Instant;

/**
 * An account that the operator closed. Only the operator opens it again, whatever its owner proves.
 *
 * @param reason in the operator's words, for the owner
 */
public record Block(Instant since, String reason) {}
