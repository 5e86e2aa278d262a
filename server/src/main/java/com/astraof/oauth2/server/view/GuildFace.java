package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * A guild as people know it.
 *
 * @param icon path of its picture, one of ours; null when it has none
 */
public record GuildFace(String id, String name, @Nullable String icon) {
  public GuildFace {
    name = Shown.text(name);
  }

  /** Stands for the picture. */
  public String initial() {
    return Shown.initial(name);
  }
}
