package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.protocol.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /settings/authorized-apps}: which apps may use an account, and for what. */
public record AuthorizedAppsPage(SettingsFrame settings, List<App> apps) {
  public AuthorizedAppsPage {
    apps = List.copyOf(apps);
  }

  /**
   * An app, with all that it may do.
   *
   * @param id names it in forms
   * @param icon path of its icon, one of ours; null when it has none
   * @param since when it was first allowed anything
   * @param lastUsed null when it never used it
   * @param trust what the operator says of it
   */
  public record App(
      String id,
      String name,
      @Nullable String icon,
      List<Scope> scopes,
      Instant since,
      @Nullable Instant lastUsed,
      AppLinks links,
      Trust trust) {
    public App {
      name = Shown.text(name);
      scopes = List.copyOf(scopes);
    }

    /** Stands for the picture. */
    public String initial() {
      return Shown.initial(name);
    }

    public List<Ability> abilities() {
      return scopes.stream().map(Ability::of).toList();
    }
  }
}
