package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.protocol.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A scope in plain words.
 *
 * @param can key of the sentence that says what it opens
 * @param cannot key of the sentence that says what it leaves shut; null where nobody worries
 */
public record Ability(Icon icon, String can, @Nullable String cannot) {
  public static Ability of(Scope scope) {
    return switch (scope) {
      case IDENTIFY -> new Ability(Icon.PERSON, "scope.identify", null);
      case EMAIL -> new Ability(Icon.LETTER, "scope.email", "scope.email.limit");
      case GUILDS -> new Ability(Icon.GUILDS, "scope.guilds", "scope.guilds.limit");
      case GUILDS_JOIN -> new Ability(Icon.DOOR, "scope.guilds.join", "scope.guilds.join.limit");
      case CONNECTIONS -> new Ability(Icon.LINK, "scope.connections", "scope.connections.limit");
      case MESSAGES_READ ->
          new Ability(Icon.MESSAGE, "scope.messages.read", "scope.messages.read.limit");
      case BOT -> new Ability(Icon.BOT, "scope.bot", "scope.bot.limit");
      case APPLICATIONS_COMMANDS ->
          new Ability(
              Icon.COMMAND, "scope.applications.commands", "scope.applications.commands.limit");
    };
  }
}
