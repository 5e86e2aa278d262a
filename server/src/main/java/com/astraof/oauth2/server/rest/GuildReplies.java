package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.GuildOutcome;
import com.astraof.oauth2.core.guild.GuildRefusal;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What became of a wish about a guild, as it travels: contract 1.4 and 6. */
final class GuildReplies {
  private GuildReplies() {}

  static <T> Reply of(GuildOutcome<T> outcome, Function<T, Reply> done) {
    return switch (outcome) {
      case GuildOutcome.Done<T>(var value) -> done.apply(value);
      case GuildOutcome.Refused<T>(var why) -> refusal(why);
      case GuildOutcome.Invalid<T>(var problems) -> ApiErrors.invalid(problems);
    };
  }

  /** 200 with what was wished for. */
  static <T> Reply json(GuildOutcome<T> outcome, Function<T, ? extends JsonNode> json) {
    return of(outcome, value -> reply(200, json.apply(value)));
  }

  /** 200 with each one of a list. */
  static <T> Reply list(GuildOutcome<List<T>> outcome, Function<T, ? extends JsonNode> json) {
    return json(
        outcome,
        values -> {
          var list = Json.array();
          values.forEach(value -> list.add(json.apply(value)));
          return list;
        });
  }

  /** 204: there is nothing to tell. */
  static <T> Reply nothing(GuildOutcome<T> outcome) {
    return of(outcome, _ -> Reply.empty(204).noStore());
  }

  static Reply reply(int status, JsonNode json) {
    return Reply.json(status, Json.text(json)).noStore();
  }

  static Reply refusal(GuildRefusal why) {
    return ApiErrors.reply(status(why), why.name(), sentence(why));
  }

  private static int status(GuildRefusal why) {
    return switch (why) {
      case UNKNOWN_GUILD,
          UNKNOWN_MEMBER,
          UNKNOWN_ROLE,
          UNKNOWN_CHANNEL,
          UNKNOWN_USER,
          UNKNOWN_INVITE,
          UNKNOWN_MESSAGE ->
          404;
      case MISSING_PERMISSIONS, USER_BANNED_FROM_GUILD, COMMUNICATION_DISABLED -> 403;
      case BOT_ALREADY_IN_GUILD,
          UNCLAIMED_ACCOUNT_RESTRICTED,
          CANNOT_SEND_EMPTY_MESSAGE,
          CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL,
          MAX_GUILDS,
          MAX_GUILD_MEMBERS,
          MAX_GUILD_ROLES,
          MAX_GUILD_CHANNELS,
          MAX_INVITES,
          USER_OWNS_GUILDS ->
          400;
    };
  }

  private static String sentence(GuildRefusal why) {
    return switch (why) {
      case UNKNOWN_GUILD -> "There is no such guild.";
      case UNKNOWN_MEMBER -> "There is no such member in this guild.";
      case UNKNOWN_ROLE -> "There is no such role in this guild, or it is not for this.";
      case UNKNOWN_CHANNEL -> "There is no such channel.";
      case UNKNOWN_USER -> "There is no such user.";
      case UNKNOWN_INVITE -> "There is no such invite, or it has expired or been used up.";
      case UNKNOWN_MESSAGE -> "There is no such message in this channel.";
      case MISSING_PERMISSIONS -> "You are no member, or you lack a permission or the rank for it.";
      case USER_BANNED_FROM_GUILD -> "This user is banned from this guild.";
      case COMMUNICATION_DISABLED -> "You have been timed out and cannot write for now.";
      case BOT_ALREADY_IN_GUILD -> "This bot is in this guild already.";
      case UNCLAIMED_ACCOUNT_RESTRICTED ->
          "Give your account an e-mail address and a password first.";
      case CANNOT_SEND_EMPTY_MESSAGE -> "A message needs something in it.";
      case CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL -> "Messages go into text channels.";
      case MAX_GUILDS -> "The user is in as many guilds as there can be.";
      case MAX_GUILD_MEMBERS -> "This guild has as many members as there can be.";
      case MAX_GUILD_ROLES -> "This guild has as many roles as there can be.";
      case MAX_GUILD_CHANNELS -> "This guild or category has as many channels as there can be.";
      case MAX_INVITES -> "This guild has as many invites as there can be.";
      case USER_OWNS_GUILDS -> "An owner cannot leave. Delete the guild instead.";
    };
  }
}
