package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.GuildRefusal;
import com.astraof.oauth2.server.http.Reply;

/** Why something in a guild is not done, as it travels: contract 1.4. */
final class GuildErrors {
  private GuildErrors() {}

  static Reply reply(GuildRefusal why) {
    return switch (why) {
      case UNKNOWN_GUILD -> of(404, why, "There is no such guild.");
      case UNKNOWN_MEMBER -> of(404, why, "This user is no member of the guild.");
      case UNKNOWN_ROLE -> of(404, why, "The guild has no such role.");
      case UNKNOWN_CHANNEL -> of(404, why, "There is no such channel.");
      case UNKNOWN_USER -> of(404, why, "There is no such user.");
      case UNKNOWN_INVITE -> of(404, why, "There is no such invite, or it has expired.");
      case UNKNOWN_MESSAGE -> of(404, why, "There is no such message.");
      case MISSING_PERMISSIONS ->
          of(403, why, "You are no member there, or lack a permission or the rank for this.");
      case USER_BANNED_FROM_GUILD -> of(403, why, "This user is banned from the guild.");
      case BOT_ALREADY_IN_GUILD -> of(400, why, "The bot is in this guild already.");
      case COMMUNICATION_DISABLED -> of(403, why, "You are timed out in this guild.");
      case UNCLAIMED_ACCOUNT_RESTRICTED ->
          of(400, why, "Give your account an address and a password first.");
      case CANNOT_SEND_EMPTY_MESSAGE -> of(400, why, "A message needs something in it.");
      case CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL ->
          of(400, why, "Messages go to text channels.");
      case MAX_GUILDS -> of(400, why, "The user is in as many guilds as one may be.");
      case MAX_GUILD_MEMBERS -> of(400, why, "The guild has as many members as it may have.");
      case MAX_GUILD_ROLES -> of(400, why, "The guild has as many roles as it may have.");
      case MAX_GUILD_CHANNELS -> of(400, why, "There are as many channels as there may be.");
      case MAX_INVITES -> of(400, why, "The guild has as many invites as it may have.");
      case OWNER_CANNOT_LEAVE ->
          ApiErrors.reply(400, "GENERAL_ERROR", "An owner can't leave; delete the guild instead.");
    };
  }

  private static Reply of(int status, GuildRefusal why, String message) {
    return ApiErrors.reply(status, why.name(), message);
  }
}
