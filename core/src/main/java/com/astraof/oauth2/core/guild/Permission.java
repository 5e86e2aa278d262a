package com.astraof.oauth2.core.guild;

/** One permission and its bit (contract 3). */
public enum Permission {
  CREATE_INSTANT_INVITE(0, true),
  KICK_MEMBERS(1, false),
  BAN_MEMBERS(2, false),
  ADMINISTRATOR(3, false),
  MANAGE_CHANNELS(4, false),
  MANAGE_GUILD(5, false),
  ADD_REACTIONS(6, true),
  VIEW_AUDIT_LOG(7, false),
  PRIORITY_SPEAKER(8, false),
  STREAM(9, true),
  VIEW_CHANNEL(10, true),
  SEND_MESSAGES(11, true),
  SEND_TTS_MESSAGES(12, false),
  MANAGE_MESSAGES(13, false),
  EMBED_LINKS(14, true),
  ATTACH_FILES(15, true),
  READ_MESSAGE_HISTORY(16, true),
  MENTION_EVERYONE(17, false),
  USE_EXTERNAL_EMOJIS(18, true),
  CONNECT(20, true),
  SPEAK(21, true),
  MUTE_MEMBERS(22, false),
  DEAFEN_MEMBERS(23, false),
  MOVE_MEMBERS(24, false),
  USE_VAD(25, true),
  CHANGE_NICKNAME(26, true),
  MANAGE_NICKNAMES(27, false),
  MANAGE_ROLES(28, false),
  MANAGE_WEBHOOKS(29, false),
  MANAGE_EXPRESSIONS(30, false),
  USE_EXTERNAL_STICKERS(37, true),
  MODERATE_MEMBERS(40, false),
  CREATE_EXPRESSIONS(43, true),
  PIN_MESSAGES(51, false),
  BYPASS_SLOWMODE(52, false),
  UPDATE_RTC_REGION(53, false);

  private final int bit;
  private final boolean isDefault;

  Permission(int bit, boolean isDefault) {
    this.bit = bit;
    this.isDefault = isDefault;
  }

  /** Its bit alone. */
  public long mask() {
    return 1L << bit;
  }

  /** Whether it can do harm that is hard to undo, and so deserves a second look. */
  public boolean isDangerous() {
    return switch (this) {
      case ADMINISTRATOR,
          MANAGE_GUILD,
          MANAGE_ROLES,
          MANAGE_CHANNELS,
          MANAGE_WEBHOOKS,
          MANAGE_MESSAGES,
          KICK_MEMBERS,
          BAN_MEMBERS,
          MODERATE_MEMBERS,
          MENTION_EVERYONE ->
          true;
      default -> false;
    };
  }

  /** Whether @everyone of a new guild has it. */
  boolean isDefault() {
    return isDefault;
  }
}
