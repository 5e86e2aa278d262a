package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/applications/{id}/bot}.
 *
 * @param token made a moment ago; null when none was
 * @param problems of the fields {@code username}, {@code bio}, {@code avatar}
 */
public record ApplicationBotPage(
    ApplicationFrame application,
    Sudo sudo,
    Person bot,
    Entered entered,
    Rules rules,
    @Nullable FreshSecret token,
    Problems problems) {
  /** The form that replaces the token, as {@link Sudo} names it. */
  public static final String TOKEN_FORM = "reset-token";

  /** As typed or kept; what there is none of is empty. */
  public record Entered(String username, String bio) {}

  /** Who may add the bot, and how. */
  public record Rules(boolean isPublic, boolean requiresCodeGrant) {}
}
