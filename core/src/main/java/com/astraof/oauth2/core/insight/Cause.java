package com.astraof.oauth2.core.insight;

/** Why a request was refused, more exactly than its sender is told. Stored by name. */
public enum Cause {
  /** There is no more to say than the sender was told: the text. */
  AS_TOLD,
  DISABLED,
  USER_REFUSED,

  /** The scheme, host, port, … of the address that was sent is another: that address, ours. */
  REDIRECT_SCHEME,
  REDIRECT_HOST,
  REDIRECT_PORT,
  REDIRECT_PATH,
  REDIRECT_SLASH,
  REDIRECT_CASE,
  REDIRECT_QUERY,
  /** None is registered: the address that was sent. */
  REDIRECT_NONE,
  REDIRECT_UNREADABLE,
  REDIRECT_MISSING,

  SECRET_MISSING,
  /** A public application has none. */
  SECRET_OF_PUBLIC,
  /** It has another length than all of ours: how many characters. */
  SECRET_LENGTH,
  /** It has the form of a bot token. */
  SECRET_IS_BOT_TOKEN,
  /** When the newest one was made. */
  SECRET_WRONG,
  SECRET_NONE_LEFT,

  CODE_UNKNOWN,
  /** The address of the exchange, that of the code. */
  CODE_REDIRECT,
  /** The address of the code. */
  CODE_REDIRECT_MISSING,
  /** How many seconds too late. */
  CODE_EXPIRED,
  /** How many seconds after its first use; from where is not known any more. */
  CODE_REPLAYED,
  CODE_REPLAYED_SAME_ADDRESS,
  CODE_REPLAYED_OTHER_ADDRESS,
  CODE_KEY,
  VERIFIER_MISSING,
  VERIFIER_UNEXPECTED,
  VERIFIER_WRONG,

  REFRESH_UNKNOWN,
  REFRESH_KEY,
  REFRESH_EXPIRED,
  REFRESH_FROM_BACKUP,
  /** Its generation, the one that was used last, and from where that was. */
  REFRESH_REUSED,
  REFRESH_REUSED_SAME_ADDRESS,
  REFRESH_REUSED_OTHER_ADDRESS,

  DEVICE_CODE_UNKNOWN,
  DEVICE_CODE_EXPIRED,
  DEVICE_CODE_USED,

  GRANT_MISSING,
  /** When it was revoked, by whomever. */
  GRANT_REVOKED,
  CONSENT_WITHDRAWN,
  ENDED_BY_DISABLING,
  /** The operator ended whatever was issued before an instant. */
  ENDED_BY_OPERATOR
}
