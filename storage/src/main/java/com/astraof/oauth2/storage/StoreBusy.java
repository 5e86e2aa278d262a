package com.astraof.oauth2.storage;

/** More is asked of the database than it does. Refused at once, so that what waits is not late. */
public final class StoreBusy extends StoreUnavailable {
  private static final long serialVersionUID = 1;

  StoreBusy() {
    super("The database takes no more writes at the moment");
  }
}
