package com.astraof.oauth2.storage;

import org.jspecify.annotations.Nullable;

/**
 * The database could not do its work: disk full, gone, or too many waiting. Nothing was
 * acknowledged; a retry is safe.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreUnavailable(String message) {
    super(message);
  }

  StoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
