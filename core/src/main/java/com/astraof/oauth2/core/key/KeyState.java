package com.astraof.oauth2.core.key;

/** Where a signing key stands in its life. */
public enum KeyState {
  /** Published, so that everyone knows it before its first token. */
  NEXT,

  /** Signs. */
  CURRENT,

  /** Signs no more; what it signed is accepted until the last of it has expired. */
  RETIRED,

  /** Neither published nor accepted. */
  GONE
}
