package com.astraof.oauth2.core.lease;

/**
 * What one round of recurring work did.
 *
 * @param done so many
 * @param isMoreLeft whether the next round should come soon
 */
public record Portion(int done, boolean isMoreLeft) {}
