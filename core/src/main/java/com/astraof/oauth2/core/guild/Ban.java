package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user who may not come in.
 *
 * @param reason for other moderators; null for none
 * @param until null for good
 */
public record Ban(
    UserId user, UserId by, @Nullable String reason, Instant at, @Nullable Instant until) {}
