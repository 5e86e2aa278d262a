package com.astraof.oauth2.core.ending;

import org.jspecify.annotations.Nullable;

/** What others have ended cannot be known at the moment, so no access token is trusted. */
public final class OutOfTouch extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutOfTouch(@Nullable Throwable cause) {
    super("The feed of endings does not answer", cause);
  }
}
