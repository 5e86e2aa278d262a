package com.astraof.oauth2.core.delay;

/** Where the time of a request goes. */
public enum Delay {
  /** The database is read, once there is a connection for it. */
  DATABASE_READ,

  /** From asking for a write until it is on disk, with all that shared its commit. */
  DATABASE_WRITE,

  /** A password is hashed, once it is its turn. */
  PASSWORD_HASH,

  /** A document is fetched whose address a stranger has named. */
  DOCUMENT_FETCH
}
