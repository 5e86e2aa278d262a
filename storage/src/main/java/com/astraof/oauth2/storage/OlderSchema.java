package com.astraof.oauth2.storage;

/** What becomes of a database whose schema is older than this build needs. */
public enum OlderSchema {
  /** It is brought up to date. */
  MIGRATE,

  /** It is not opened: whoever looks after it does that by hand. */
  REFUSE
}
