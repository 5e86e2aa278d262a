package com.astraof.oauth2.server.view;

import java.util.List;

/**
 * {@code /settings/data}: a copy of what is kept about someone, and how to leave.
 *
 * @param graceDays how long someone who deletes the account can come back
 * @param guilds names of those that stand in the way of deleting it; empty unless that was tried
 */
public record DataPage(
    SettingsFrame settings, Sudo sudo, long graceDays, List<String> guilds, boolean unconfirmed) {
  /** The forms that ask for the password again, as {@link Sudo} names them. */
  public static final String COPY_FORM = "copy";

  public static final String DISABLE_FORM = "disable";
  public static final String DELETE_FORM = "delete";

  public DataPage {
    guilds = guilds.stream().map(Shown::text).toList();
  }
}
