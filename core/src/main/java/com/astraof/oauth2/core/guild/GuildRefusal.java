package com.astraof.oauth2.core.guild;

/** Why something in a guild is not done; named as its error code in contract 1.4. */
public enum GuildRefusal {
  UNKNOWN_GUILD,
  UNKNOWN_MEMBER,
  UNKNOWN_ROLE,
  UNKNOWN_CHANNEL,
  UNKNOWN_USER,
  UNKNOWN_INVITE,
  UNKNOWN_MESSAGE,
  /** The caller is no member, or lacks a permission or the rank. */
  MISSING_PERMISSIONS,
  USER_BANNED_FROM_GUILD,
  BOT_ALREADY_IN_GUILD,
  COMMUNICATION_DISABLED,
  /** Messages are written by people who have claimed their account, and by bots. */
  UNCLAIMED_ACCOUNT_RESTRICTED,
  CANNOT_SEND_EMPTY_MESSAGE,
  CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL,
  MAX_GUILDS,
  MAX_GUILD_MEMBERS,
  MAX_GUILD_ROLES,
  MAX_GUILD_CHANNELS,
  MAX_INVITES,
  /** An owner cannot leave; the guild is to be deleted. */
  USER_OWNS_GUILDS
}
