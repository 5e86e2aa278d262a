package com.astraof.oauth2.core.audit;

/** What can happen to an account, an application or a grant. Stored by name. */
public enum Event {
  REGISTERED,
  SIGNED_IN,
  /** By password and a second factor. */
  SIGNED_IN_WITH_SECOND_FACTOR,
  SIGNED_IN_WITH_PASSKEY,
  /** The address was right, the password was not. */
  SIGN_IN_FAILED,
  /** The password was right, the code was not. */
  SECOND_FACTOR_FAILED,
  /** A passkey came with a counter that it had passed before: there may be a copy of it. */
  PASSKEY_COPIED,
  SIGNED_OUT,
  SESSIONS_ENDED,
  /** A wrong password or code was given where it had to be confirmed. */
  CONFIRMATION_FAILED,
  PROFILE_CHANGED,
  USERNAME_CHANGED,
  PASSWORD_CHANGED,
  AUTHENTICATOR_APP_ADDED,
  AUTHENTICATOR_APP_REMOVED,
  PASSKEY_ADDED,
  PASSKEY_REMOVED,
  RECOVERY_CODES_MADE,
  RECOVERY_CODE_USED,
  /** The operator took all second factors away and ended all sessions. */
  ACCOUNT_RECOVERED,
  /** By a link that was mailed to the account's address. */
  PASSWORD_RESET,
  EMAIL_VERIFIED,
  EMAIL_CHANGED,
  /** An earlier address took the account back. */
  EMAIL_RESTORED,
  /** The owner closed the account until they come back. */
  ACCOUNT_DISABLED,
  /** The owner closed the account, to be erased after some days. */
  ACCOUNT_DELETED,
  /** The owner came back. */
  ACCOUNT_REOPENED,
  /** The operator closed the account. */
  ACCOUNT_BLOCKED,
  /** The operator opened it again. */
  ACCOUNT_UNBLOCKED,
  /** The operator ended all sessions of the account. */
  SIGNED_OUT_BY_OPERATOR,
  /** The user took a copy of what is kept about them. */
  DATA_TAKEN,
  /** The user linked an account at another service. */
  CONNECTION_LINKED,
  CONNECTION_UNLINKED,

  /** The user said yes to an app. */
  ACCESS_APPROVED,
  /** The user took an app's access back. */
  ACCESS_REMOVED,
  /** The user took the access of all apps back at once. */
  ALL_ACCESS_REMOVED,
  /** The app gave a token back (RFC 7009). */
  ACCESS_GIVEN_BACK,
  /** A code came a second time (RFC 6749 §4.1.2). */
  CODE_REPLAYED,
  /** A retired refresh token came back (RFC 9700 §4.14). */
  REFRESH_REUSED,
  /** The operator ended what an app had been allowed. */
  ACCESS_ENDED,
  /** The operator ended the access of all apps: to one account, or whatever was issued before. */
  ALL_ACCESS_ENDED,
  /** The operator put a backup in place of the database; it concerns nobody alone. */
  DATABASE_RESTORED,

  APPLICATION_CREATED,
  APPLICATION_CHANGED,
  SECRET_RESET,
  SECRET_ADDED,
  SECRET_RETIRED,
  /** The keys that an application authenticates by. */
  KEYS_CHANGED,
  BOT_CHANGED,
  BOT_TOKEN_RESET,
  TRANSFER_OFFERED,
  TRANSFER_WITHDRAWN,
  TRANSFER_DECLINED,
  TRANSFER_ACCEPTED,
  APPLICATION_DELETED,
  /** The operator made sure that an application is what its name says. */
  APPLICATION_VERIFIED,
  APPLICATION_UNVERIFIED,
  /** The operator ended all that an application holds. */
  APPLICATION_DISABLED,
  APPLICATION_ENABLED,
  /** The operator changed how often an application may call. */
  APPLICATION_LIMITED,

  /** The user added an app's bot to a guild. */
  BOT_ADDED,
  /** The user changed what a bot may do in a guild. */
  BOT_PERMISSIONS_CHANGED,
  /** A bot was taken out of a guild. */
  BOT_REMOVED,
  /** An app brought the user into a guild (scope {@code guilds.join}). */
  JOINED_GUILD_BY_APP,
  REMOVED_FROM_GUILD,
  BANNED_FROM_GUILD,
  GUILD_DELETED
}
