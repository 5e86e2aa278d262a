package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.guild.Permission;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Permissions that stand together where they are chosen or shown. */
public enum PermissionGroup {
  GENERAL("permissions.general"),
  MEMBERSHIP("permissions.membership"),
  TEXT("permissions.text"),
  VOICE("permissions.voice");

  private final String key;

  PermissionGroup(String key) {
    this.key = key;
  }

  /** Key of its name. */
  public String key() {
    return key;
  }

  public List<Permission> permissions() {
    return Stream.of(Permission.values()).filter(permission -> of(permission) == this).toList();
  }

  /** Key of what a permission is called. */
  public static String keyOf(Permission permission) {
    return "permission." + permission.name().toLowerCase(Locale.ROOT);
  }

  /** Key of the sentence that says what one can do with a permission. */
  public static String sentenceOf(Permission permission) {
    return keyOf(permission) + ".can";
  }

  /** The name under which a form says that a permission was left in. */
  public static String fieldOf(Permission permission) {
    return "permission." + permission.name();
  }

  private static PermissionGroup of(Permission permission) {
    return switch (permission) {
      case ADMINISTRATOR,
          VIEW_AUDIT_LOG,
          VIEW_CHANNEL,
          MANAGE_GUILD,
          MANAGE_ROLES,
          MANAGE_CHANNELS,
          MANAGE_WEBHOOKS,
          MANAGE_EXPRESSIONS,
          CREATE_EXPRESSIONS ->
          GENERAL;
      case CREATE_INSTANT_INVITE,
          KICK_MEMBERS,
          BAN_MEMBERS,
          MODERATE_MEMBERS,
          CHANGE_NICKNAME,
          MANAGE_NICKNAMES ->
          MEMBERSHIP;
      case ADD_REACTIONS,
          SEND_MESSAGES,
          SEND_TTS_MESSAGES,
          MANAGE_MESSAGES,
          PIN_MESSAGES,
          EMBED_LINKS,
          ATTACH_FILES,
          READ_MESSAGE_HISTORY,
          MENTION_EVERYONE,
          USE_EXTERNAL_EMOJIS,
          USE_EXTERNAL_STICKERS,
          BYPASS_SLOWMODE ->
          TEXT;
      case PRIORITY_SPEAKER,
          STREAM,
          CONNECT,
          SPEAK,
          MUTE_MEMBERS,
          DEAFEN_MEMBERS,
          MOVE_MEMBERS,
          USE_VAD,
          UPDATE_RTC_REGION ->
          VOICE;
    };
  }
}
