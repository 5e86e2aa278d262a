package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a registration, the only page that shows these secrets.
 *
 * @param clientSecret null for a public client
 */
public record ApplicationCreatedPage(
    SettingsFrame settings,
    String id,
    String name,
    @Nullable FreshSecret clientSecret,
    FreshSecret botToken) {
  public ApplicationCreatedPage {
    name = Shown.text(name);
  }

  public String pathOf(Tab tab) {
    return ApplicationFrame.path(id, tab);
  }
}
