package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.audit.Event;

/**
 * An event in plain words.
 *
 * @param key of its sentence, which may name an app
 */
public record Happening(Icon icon, String key) {
  static Happening of(Event event) {
    return switch (event) {
      case REGISTERED -> new Happening(Icon.PERSON, "activity.registered");
      case SIGNED_IN -> new Happening(Icon.DOOR, "activity.signed_in");
      case SIGN_IN_FAILED -> new Happening(Icon.WARNING, "activity.sign_in_failed");
      case SIGNED_IN_WITH_SECOND_FACTOR ->
          new Happening(Icon.DOOR, "activity.signed_in_with_second_factor");
      case SIGNED_IN_WITH_PASSKEY -> new Happening(Icon.DOOR, "activity.signed_in_with_passkey");
      case SECOND_FACTOR_FAILED -> new Happening(Icon.WARNING, "activity.second_factor_failed");
      case PASSKEY_COPIED -> new Happening(Icon.WARNING, "activity.passkey_copied");
      case SIGNED_OUT -> new Happening(Icon.DOOR, "activity.signed_out");
      case SESSIONS_ENDED -> new Happening(Icon.DOOR, "activity.sessions_ended");
      case CONFIRMATION_FAILED -> new Happening(Icon.WARNING, "activity.confirmation_failed");
      case PROFILE_CHANGED -> new Happening(Icon.PERSON, "activity.profile_changed");
      case USERNAME_CHANGED -> new Happening(Icon.PERSON, "activity.username_changed");
      case PASSWORD_CHANGED -> new Happening(Icon.KEY, "activity.password_changed");
      case AUTHENTICATOR_APP_ADDED -> new Happening(Icon.LOCK, "activity.authenticator_app_added");
      case AUTHENTICATOR_APP_REMOVED ->
          new Happening(Icon.LOCK, "activity.authenticator_app_removed");
      case PASSKEY_ADDED -> new Happening(Icon.PASSKEY, "activity.passkey_added");
      case PASSKEY_REMOVED -> new Happening(Icon.PASSKEY, "activity.passkey_removed");
      case RECOVERY_CODES_MADE -> new Happening(Icon.KEY, "activity.recovery_codes_made");
      case RECOVERY_CODE_USED -> new Happening(Icon.KEY, "activity.recovery_code_used");
      case ACCOUNT_RECOVERED -> new Happening(Icon.WARNING, "activity.account_recovered");
      case PASSWORD_RESET -> new Happening(Icon.KEY, "activity.password_reset");
      case EMAIL_VERIFIED -> new Happening(Icon.LETTER, "activity.email_verified");
      case EMAIL_CHANGED -> new Happening(Icon.LETTER, "activity.email_changed");
      case EMAIL_RESTORED -> new Happening(Icon.LETTER, "activity.email_restored");
      case ACCOUNT_DISABLED -> new Happening(Icon.DOOR, "activity.account_disabled");
      case ACCOUNT_DELETED -> new Happening(Icon.WARNING, "activity.account_deleted");
      case ACCOUNT_REOPENED -> new Happening(Icon.DOOR, "activity.account_reopened");
      case ACCOUNT_BLOCKED -> new Happening(Icon.WARNING, "activity.account_blocked");
      case ACCOUNT_UNBLOCKED -> new Happening(Icon.DOOR, "activity.account_unblocked");
      case SIGNED_OUT_BY_OPERATOR -> new Happening(Icon.DOOR, "activity.signed_out_by_operator");
      case DATA_TAKEN -> new Happening(Icon.FOLDER, "activity.data_taken");
      case CONNECTION_LINKED -> new Happening(Icon.LINK, "activity.connection_linked");
      case CONNECTION_UNLINKED -> new Happening(Icon.LINK, "activity.connection_unlinked");
      case ACCESS_APPROVED -> new Happening(Icon.SHIELD, "activity.access_approved");
      case ACCESS_REMOVED -> new Happening(Icon.SHIELD, "activity.access_removed");
      case ALL_ACCESS_REMOVED -> new Happening(Icon.SHIELD, "activity.all_access_removed");
      case ACCESS_GIVEN_BACK -> new Happening(Icon.SHIELD, "activity.access_given_back");
      case CODE_REPLAYED -> new Happening(Icon.WARNING, "activity.code_replayed");
      case REFRESH_REUSED -> new Happening(Icon.WARNING, "activity.refresh_reused");
      case ACCESS_ENDED -> new Happening(Icon.SHIELD, "activity.access_ended");
      case ALL_ACCESS_ENDED -> new Happening(Icon.SHIELD, "activity.all_access_ended");
      case DATABASE_RESTORED -> new Happening(Icon.WARNING, "activity.database_restored");
      case APPLICATION_CREATED -> new Happening(Icon.CODE, "activity.application_created");
      case APPLICATION_CHANGED -> new Happening(Icon.CODE, "activity.application_changed");
      case SECRET_RESET -> new Happening(Icon.KEY, "activity.secret_reset");
      case SECRET_ADDED -> new Happening(Icon.KEY, "activity.secret_added");
      case SECRET_RETIRED -> new Happening(Icon.KEY, "activity.secret_retired");
      case KEYS_CHANGED -> new Happening(Icon.KEY, "activity.keys_changed");
      case BOT_CHANGED -> new Happening(Icon.BOT, "activity.bot_changed");
      case BOT_TOKEN_RESET -> new Happening(Icon.KEY, "activity.bot_token_reset");
      case TRANSFER_OFFERED -> new Happening(Icon.CODE, "activity.transfer_offered");
      case TRANSFER_WITHDRAWN -> new Happening(Icon.CODE, "activity.transfer_withdrawn");
      case TRANSFER_DECLINED -> new Happening(Icon.CODE, "activity.transfer_declined");
      case TRANSFER_ACCEPTED -> new Happening(Icon.CODE, "activity.transfer_accepted");
      case APPLICATION_DELETED -> new Happening(Icon.CODE, "activity.application_deleted");
      case APPLICATION_VERIFIED -> new Happening(Icon.SHIELD, "activity.application_verified");
      case APPLICATION_UNVERIFIED -> new Happening(Icon.SHIELD, "activity.application_unverified");
      case APPLICATION_DISABLED -> new Happening(Icon.WARNING, "activity.application_disabled");
      case APPLICATION_ENABLED -> new Happening(Icon.CODE, "activity.application_enabled");
      case APPLICATION_LIMITED -> new Happening(Icon.CODE, "activity.application_limited");
      case BOT_ADDED -> new Happening(Icon.BOT, "activity.bot_added");
      case BOT_PERMISSIONS_CHANGED -> new Happening(Icon.BOT, "activity.bot_permissions_changed");
      case BOT_REMOVED -> new Happening(Icon.BOT, "activity.bot_removed");
      case JOINED_GUILD_BY_APP -> new Happening(Icon.PERSON, "activity.joined_guild_by_app");
      case REMOVED_FROM_GUILD -> new Happening(Icon.DOOR, "activity.removed_from_guild");
      case BANNED_FROM_GUILD -> new Happening(Icon.DOOR, "activity.banned_from_guild");
      case GUILD_DELETED -> new Happening(Icon.DOOR, "activity.guild_deleted");
    };
  }

  /** Whether it deserves a second look. */
  public boolean unusual() {
    return icon == Icon.WARNING;
  }
}
