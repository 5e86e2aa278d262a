package com.astraof.oauth2.core.leaving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that its owner closed. Nobody is signed in to it and no app has access; who signs in
 * again can open it as it was.
 *
 * @param eraseAt when it is erased for good; null when it is to stay until it is opened again
 */
public record Closure(Instant at, @Nullable Instant eraseAt) {}
