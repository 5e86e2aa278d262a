package com.astraof.oauth2.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which grants the operator means, as it was typed. */
record GrantChoice(@Nullable String user, @Nullable String application, @Nullable Instant before) {}
