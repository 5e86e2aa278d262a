package com.astraof.oauth2.core.insight;

/** The endpoint that refused. Stored by name. */
public enum Door {
  AUTHORIZE,
  TOKEN,
  REVOKE,
  INTROSPECT,
  PUSH,
  DEVICE
}
