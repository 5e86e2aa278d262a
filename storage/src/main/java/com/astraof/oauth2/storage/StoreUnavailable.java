package com.astraof.oauth2.storage;

import org.jspecify.annotations.Nullable;

/**
 * The database could not do its work: disk full, gone, or too many waiting. Nothing was
 * acknowledged; a retry is safe.
 */
public sealed class StoreUnavailable extends RuntimeException permits StoreBusy {
  private static final long serialVersionUID = 1;

  StoreUnavailable(String message) {
    super(message);
  }

  StoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
